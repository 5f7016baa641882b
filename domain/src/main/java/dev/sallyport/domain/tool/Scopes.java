package dev.sallyport.domain.tool;

import java.util.Set;
import java.util.stream.Collectors;

/// A set of rights, with the smaller ones that each implies.
public record Scopes(Set<Scope> all) {
  public static final Scopes NONE = new Scopes(Set.of());

  public Scopes {
    all = Set.copyOf(all.stream().flatMap(Scope::withImplied).collect(Collectors.toSet()));
  }

  public static Scopes of(Scope... scopes) {
    return new Scopes(Set.of(scopes));
  }

  public boolean cover(Scope scope) {
    return all.contains(scope) || scope.equals(Scope.EVERY_GRANTS);
  }

  /// The rights that are in both.
  public Scopes sharedWith(Scopes other) {
    return new Scopes(all.stream().filter(other.all::contains).collect(Collectors.toSet()));
  }
}
