package dev.sallyport.domain.grant;

import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Place;
import java.util.Set;

/// The places of one backend that a grant lets through: the spaces that were ticked, and the sorts
/// of private places whose toggle was switched on. Both are empty until somebody ticks.
public record Reach(Set<SpaceId> spaces, Set<PrivateKind> privates) {
  public static final Reach NOWHERE = new Reach(Set.of(), Set.of());

  public Reach {
    spaces = Set.copyOf(spaces);
    privates = Set.copyOf(privates);
  }

  public static Reach of(SpaceId... spaces) {
    return new Reach(Set.of(spaces), Set.of());
  }

  public Reach and(PrivateKind... kinds) {
    return new Reach(spaces, Set.of(kinds));
  }

  public boolean covers(Place place) {
    return switch (place) {
      case Place.InSpace in -> spaces.contains(in.space());
      case Place.InPrivate in -> privates.contains(in.kind());
    };
  }

  public boolean isNowhere() {
    return spaces.isEmpty() && privates.isEmpty();
  }
}
