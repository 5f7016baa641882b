package dev.sallyport.application.backend;

import dev.sallyport.domain.tool.Provenance;
import java.util.Objects;

/// How a tool's work ended.
public sealed interface Outcome<O> {
  /// The backend answered.
  record Done<O>(O output, Provenance provenance) implements Outcome<O> {
    public Done {
      Objects.requireNonNull(output);
      Objects.requireNonNull(provenance);
    }
  }

  /// The backend said no, or could not be asked; nothing was changed, and that is certain.
  ///
  /// @param message for people and models: nothing secret, and nothing the backend wrote
  record Failed<O>(String message, Retry retry) implements Outcome<O> {
    public Failed {
      Objects.requireNonNull(message);
      Objects.requireNonNull(retry);
    }
  }

  /// It was or may have been sent, and nobody knows what came of it.
  record Unknown<O>(String message) implements Outcome<O> {
    public Unknown {
      Objects.requireNonNull(message);
    }
  }

  /// The backend no longer takes the credential. Nothing was changed.
  record CredentialStale<O>() implements Outcome<O> {}

  /// Whether the same call could go better later.
  enum Retry {
    /// It can: nothing was sent.
    SAFE,
    /// It would end the same.
    USELESS
  }
}
