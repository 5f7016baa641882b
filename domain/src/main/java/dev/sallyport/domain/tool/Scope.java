package dev.sallyport.domain.tool;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A coarse right that a backend names, as `messages:read` or `tasks.write`: a subject and how much
/// may be done with it.
public record Scope(String value) {
  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9_.-]{0,63}[:.])(read|write|delete|admin)");

  /// The one right that every grant has: to ask who it is, and to look through what it was given.
  public static final Scope EVERY_GRANTS = new Scope("gateway:read");

  public Scope {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a scope is a subject, a colon or dot, and read, write, delete or admin");
    }
  }

  /// This scope and every smaller one of the same subject.
  Stream<Scope> withImplied() {
    return Stream.concat(Stream.of(this), implied().stream().flatMap(Scope::withImplied));
  }

  // admin and delete each imply write, and write implies read; neither implies the other
  private Optional<Scope> implied() {
    Matcher parts = FORM.matcher(value);
    return parts.matches()
        ? switch (parts.group(2)) {
          case "admin", "delete" -> Optional.of(new Scope(parts.group(1) + "write"));
          case "write" -> Optional.of(new Scope(parts.group(1) + "read"));
          default -> Optional.empty();
        }
        : Optional.empty();
  }
}
