package dev.sallyport.domain.grant;

import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Place;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What narrowing left of one backend: some spaces, some conversations, or what lies in both.
public record Kept(Choice<SpaceId> spaces, Choice<ConversationId> conversations) {
  public Kept {
    Objects.requireNonNull(spaces);
    Objects.requireNonNull(conversations);
  }

  public static Kept spaces(SpaceId... spaces) {
    return new Kept(new Choice.Only<>(Set.of(spaces)), new Choice.All<>());
  }

  public static Kept conversations(ConversationId... conversations) {
    return new Kept(new Choice.All<>(), new Choice.Only<>(Set.of(conversations)));
  }

  Kept sharedWith(Kept other) {
    return new Kept(spaces.sharedWith(other.spaces), conversations.sharedWith(other.conversations));
  }

  /// A place without a conversation is not held by a choice of conversations: it is more than they
  /// are. Nor is a private place held by a choice of spaces.
  boolean holds(Place place) {
    boolean spaceHolds =
        switch (place) {
          case Place.InSpace in -> spaces.holds(in.space());
          case Place.InPrivate _ -> spaces instanceof Choice.All;
        };
    return spaceHolds
        && place
            .conversation()
            .map(conversations::holds)
            .orElse(conversations instanceof Choice.All);
  }

  /// All of something, or only some.
  public sealed interface Choice<T> {
    boolean holds(T one);

    Choice<T> sharedWith(Choice<T> other);

    /// Everything there is, now and later.
    record All<T>() implements Choice<T> {
      @Override
      public boolean holds(T one) {
        return true;
      }

      @Override
      public Choice<T> sharedWith(Choice<T> other) {
        return other;
      }
    }

    /// These alone.
    record Only<T>(Set<T> these) implements Choice<T> {
      public Only {
        these = Set.copyOf(these);
      }

      @Override
      public boolean holds(T one) {
        return these.contains(one);
      }

      @Override
      public Choice<T> sharedWith(Choice<T> other) {
        return switch (other) {
          case All<T> _ -> this;
          case Only<T>(var those) ->
              new Only<>(these.stream().filter(those::contains).collect(Collectors.toSet()));
        };
      }
    }
  }
}
