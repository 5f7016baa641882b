package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.GrantId;
import java.util.Objects;

/// Ends what a person allowed, and all that hangs on it, from the next call on.
public interface RevokeGrant {
  /// Only of the caller's own grants: any other is not there. Again changes nothing.
  Result revoke(Caller caller, GrantId grant);

  /// What became of the wish.
  sealed interface Result {
    /// The grant, over.
    record Revoked(Grant grant) implements Result {
      public Revoked {
        Objects.requireNonNull(grant);
      }
    }

    /// There is no such grant of this person.
    record NotThere() implements Result {}
  }
}
