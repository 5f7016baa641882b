package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import java.util.Objects;
import java.util.Optional;

/// Where something lies inside a backend.
public sealed interface Place {
  BackendId backend();

  /// The conversation it lies in, where there is one.
  Optional<ConversationId> conversation();

  static Place in(BackendId backend, SpaceId space) {
    return new InSpace(backend, space, Optional.empty());
  }

  static Place in(BackendId backend, SpaceId space, ConversationId conversation) {
    return new InSpace(backend, space, Optional.of(conversation));
  }

  /// A space, or one conversation of it.
  record InSpace(BackendId backend, SpaceId space, Optional<ConversationId> conversation)
      implements Place {
    public InSpace {
      Objects.requireNonNull(backend);
      Objects.requireNonNull(space);
      Objects.requireNonNull(conversation);
    }
  }

  /// A direct message, a home thread: it belongs to no space, and no space opens it.
  record InPrivate(BackendId backend, PrivateKind kind, ConversationId lies) implements Place {
    public InPrivate {
      Objects.requireNonNull(backend);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(lies);
    }

    @Override
    public Optional<ConversationId> conversation() {
      return Optional.of(lies);
    }
  }
}
