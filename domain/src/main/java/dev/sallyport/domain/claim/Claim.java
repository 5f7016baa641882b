package dev.sallyport.domain.claim;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import java.time.Instant;
import java.util.Objects;

/// One write, recorded before anything is sent.
///
/// @param argumentsHash SHA-256 of the canonical arguments, without the key
/// @param epoch rises with each change of state; whoever knows only an older one may change nothing
public record Claim(
    ClaimId id,
    CallId call,
    OrganizationId organization,
    PersonId person,
    BackendId backend,
    ClaimKey key,
    String argumentsHash,
    ClaimState state,
    int epoch,
    Instant claimedAt,
    Instant changedAt) {
  public Claim {
    Objects.requireNonNull(id);
    Objects.requireNonNull(call);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(person);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(key);
    Objects.requireNonNull(argumentsHash);
    Objects.requireNonNull(state);
    Objects.requireNonNull(claimedAt);
    Objects.requireNonNull(changedAt);
  }

  /// This claim in its next state. Asking for one that cannot follow is a bug.
  public Claim becomes(ClaimState next, Instant at) {
    if (!state.leadsTo(next)) {
      throw new IllegalArgumentException("a claim that is %s cannot be %s".formatted(state, next));
    }
    return new Claim(
        id,
        call,
        organization,
        person,
        backend,
        key,
        argumentsHash,
        next,
        epoch + 1,
        claimedAt,
        at);
  }
}
