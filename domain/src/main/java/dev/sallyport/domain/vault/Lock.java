package dev.sallyport.domain.vault;

import dev.sallyport.domain.secret.Secret;
import java.util.Objects;

/// What it takes to open a data key.
public sealed interface Lock {
  /// The server key alone. Explicit, for what must be opened while nobody is there: whoever has
  /// database and key ring can open it.
  record ServerSealed() implements Lock {}

  /// The secret of a live token and the server key, neither of which opens anything alone. The
  /// secret must be as hard to guess as a key.
  record TokenAndServer(Secret token) implements Lock {
    public TokenAndServer {
      Objects.requireNonNull(token);
    }
  }
}
