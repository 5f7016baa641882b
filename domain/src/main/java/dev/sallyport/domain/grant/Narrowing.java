package dev.sallyport.domain.grant;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person took back from a grant after consenting to it. It can only get tighter: to widen a
/// grant is to consent again.
///
/// @param only per backend, the places that are left; a backend that is not named keeps all of its
///   reach
/// @param recipients how the address of every recipient has to begin
public record Narrowing(boolean readOnly, Map<BackendId, Kept> only, Recipients recipients) {
  public static final Narrowing NONE = new Narrowing(false, Map.of(), new Recipients.Any());

  public Narrowing {
    only = Map.copyOf(only);
    Objects.requireNonNull(recipients);
  }

  public static Narrowing toReading() {
    return new Narrowing(true, Map.of(), new Recipients.Any());
  }

  public static Narrowing to(BackendId backend, Kept kept) {
    return new Narrowing(false, Map.of(backend, kept), new Recipients.Any());
  }

  public static Narrowing toRecipients(String... prefixes) {
    return new Narrowing(false, Map.of(), new Recipients.Beginning(Set.of(prefixes)));
  }

  /// Both this and the other: what passes has passed each of them.
  public Narrowing tightenedBy(Narrowing other) {
    var both = new HashMap<>(only);
    other.only.forEach((backend, kept) -> both.merge(backend, kept, Kept::sharedWith));
    return new Narrowing(
        readOnly || other.readOnly, both, recipients.tightenedBy(other.recipients));
  }

  public boolean keeps(Place place) {
    Kept kept = only.get(place.backend());
    return kept == null || kept.holds(place);
  }

  /// Whether each recipient of a call is one of those that are left. Sent to a place, it reaches
  /// whoever reads there, which no prefix can vouch for.
  public boolean keepsRecipientsOf(Footprint call) {
    return recipients instanceof Recipients.Any
        || call.effect() != Effect.SEND
        || (!call.recipients().isEmpty() && call.recipients().stream().allMatch(recipients::keep));
  }

  /// Who may still be written to.
  public sealed interface Recipients {
    boolean keep(Recipient recipient);

    Recipients tightenedBy(Recipients other);

    /// Everyone.
    record Any() implements Recipients {
      @Override
      public boolean keep(Recipient recipient) {
        return true;
      }

      @Override
      public Recipients tightenedBy(Recipients other) {
        return other;
      }
    }

    /// Those whose address begins with one of these; nobody if there are none.
    record Beginning(Set<String> prefixes) implements Recipients {
      public Beginning {
        prefixes = Set.copyOf(prefixes);
      }

      @Override
      public boolean keep(Recipient recipient) {
        return prefixes.stream().anyMatch(recipient.address()::startsWith);
      }

      @Override
      public Recipients tightenedBy(Recipients other) {
        return switch (other) {
          case Any _ -> this;
          case Beginning beginning -> new Beginning(longestOf(prefixes, beginning.prefixes));
        };
      }

      // what begins with both of two prefixes begins with the longer, if that extends the shorter
      private static Set<String> longestOf(Set<String> these, Set<String> those) {
        return these.stream()
            .flatMap(one ->
                those.stream()
                    .filter(two -> one.startsWith(two) || two.startsWith(one))
                    .map(two -> one.length() >= two.length() ? one : two))
            .collect(Collectors.toSet());
      }
    }
  }
}
