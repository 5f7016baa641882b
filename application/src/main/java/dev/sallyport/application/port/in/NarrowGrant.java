package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.GrantId;
import java.util.Objects;

/// Takes back a part of what a person allowed, from the next call on. There is no way to widen.
public interface NarrowGrant {
  /// Only of the caller's own grants: any other is not there.
  Result narrow(Caller caller, GrantId grant, Narrowing by, Budget atMost);

  /// What became of the wish.
  sealed interface Result {
    /// The grant as it is now.
    record Narrowed(Grant grant) implements Result {
      public Narrowed {
        Objects.requireNonNull(grant);
      }
    }

    /// There is no such grant of this person.
    record NotThere() implements Result {}
  }
}
