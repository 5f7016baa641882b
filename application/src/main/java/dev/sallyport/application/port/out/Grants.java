package dev.sallyport.application.port.out;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What people allowed. A grant is never widened and never deleted; it gets tighter, and ends.
public interface Grants {
  void give(TenantScope scope, Grant grant);

  Optional<Grant> find(TenantScope scope, GrantId grant);

  /// Live ones and ended ones, the newest first.
  List<Grant> ofPerson(TenantScope scope, PersonId person);

  /// Must lose nothing when two narrow at once: both hold afterwards.
  Change narrow(TenantScope scope, GrantId grant, Narrowing by, Budget atMost);

  /// Ends it. The first revocation counts; another changes nothing.
  Change revoke(TenantScope scope, GrantId grant, Instant at);

  /// What became of a wish to change a grant.
  sealed interface Change {
    /// The grant as it is now.
    record Changed(Grant grant) implements Change {
      public Changed {
        Objects.requireNonNull(grant);
      }
    }

    /// There is no such grant here.
    record NotThere() implements Change {}
  }
}
