package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.key.ApiKey;
import java.util.Objects;

/// Ends an API key and the grant it carries, from the next request on. For the command line only.
public interface RevokeKey {
  /// Again changes nothing.
  Result revoke(ApiKeyId key);

  /// What became of the wish.
  sealed interface Result {
    /// The key, over.
    record Revoked(ApiKey key) implements Result {
      public Revoked {
        Objects.requireNonNull(key);
      }
    }

    /// There is no such key.
    record NotThere() implements Result {}
  }
}
