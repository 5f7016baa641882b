package dev.sallyport.domain.tool;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one call would touch. It is computed before anything happens, and changes nothing.
///
/// @param effect what this call does; a call is refused whose tool declares another
/// @param amounts figures that a policy may bound, as `recipients` or `pages`
/// @param units what the call costs against the quotas
public record Footprint(
    Effect effect,
    Where where,
    Set<Recipient> recipients,
    SortedMap<String, Long> amounts,
    int units) {
  public Footprint {
    Objects.requireNonNull(effect);
    Objects.requireNonNull(where);
    recipients = Set.copyOf(recipients);
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    if (units < 1) {
      throw new IllegalArgumentException("a call costs at least one unit");
    }
  }

  private Footprint(Effect effect, Where where, Set<Recipient> recipients) {
    this(effect, where, recipients, Collections.emptySortedMap(), 1);
  }

  public static Footprint reading(Place... places) {
    return new Footprint(Effect.READ, new Where.Named(Set.of(places)), Set.of());
  }

  /// Reads whatever the grant reaches, and nothing else.
  public static Footprint readingWithinReach() {
    return new Footprint(Effect.READ, new Where.WithinReach(), Set.of());
  }

  /// Reads something that lies in no place, as one's own name.
  public static Footprint readingNowhere() {
    return new Footprint(Effect.READ, new Where.Nowhere(), Set.of());
  }

  public static Footprint writing(Place... places) {
    return new Footprint(Effect.WRITE, new Where.Named(Set.of(places)), Set.of());
  }

  public static Footprint destroying(Place... places) {
    return new Footprint(Effect.DESTROY, new Where.Named(Set.of(places)), Set.of());
  }

  /// Sends to whoever reads that place.
  public static Footprint sendingTo(Place place) {
    return new Footprint(Effect.SEND, new Where.Named(Set.of(place)), Set.of());
  }

  /// Sends from that place to these recipients.
  public static Footprint sendingTo(Set<Recipient> recipients, Place from) {
    return new Footprint(Effect.SEND, new Where.Named(Set.of(from)), recipients);
  }

  public Footprint amounting(Map<String, Long> figures) {
    return new Footprint(effect, where, recipients, new TreeMap<>(figures), units);
  }

  public Footprint costing(int count) {
    return new Footprint(effect, where, recipients, amounts, count);
  }

  /// How many things leave the organization: one for each recipient, and one for a place that has
  /// readers and no recipients.
  public int sends() {
    return effect == Effect.SEND ? Math.max(1, recipients.size()) : 0;
  }

  /// Which places a call touches.
  public sealed interface Where {
    /// These, and no others.
    record Named(Set<Place> places) implements Where {
      public Named {
        places = Set.copyOf(places);
      }
    }

    /// Any that the grant reaches; the answer holds nothing from elsewhere.
    record WithinReach() implements Where {}

    /// None at all.
    record Nowhere() implements Where {}
  }
}
