package dev.sallyport.application.sample;

import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;

/// A write that nothing was sent of, under a key the caller chose: `aClaim().in(scope).claim()`.
public record AClaim(Claim claim) {
  /// When sample claims were made.
  public static final Instant CLAIMED = Instant.parse("2026-11-20T12:00:00.123456Z");

  public static AClaim aClaim() {
    return new AClaim(
        new Claim(
            Fresh.claim(),
            Fresh.call(),
            Fresh.organization(),
            Fresh.person(),
            new BackendId("phone"),
            new ClaimKey(Fresh.grant(), new ToolName("send_message"), Fresh.hash(), true),
            Fresh.hash(),
            ClaimState.CLAIMED,
            0,
            CLAIMED,
            CLAIMED));
  }

  public AClaim named(ClaimId id) {
    return with(id, claim.organization(), claim.person(), claim.key());
  }

  /// The same write, claimed by another call.
  public AClaim again() {
    return named(Fresh.claim());
  }

  public AClaim in(OrganizationId organization) {
    return with(claim.id(), organization, claim.person(), claim.key());
  }

  public AClaim in(TenantScope scope) {
    return in(scope.organization());
  }

  public AClaim by(PersonId person) {
    return with(claim.id(), claim.organization(), person, claim.key());
  }

  public AClaim through(GrantId grant) {
    ClaimKey key = claim.key();
    return under(new ClaimKey(grant, key.tool(), key.value(), key.chosen()));
  }

  /// Under a key that nobody chose.
  public AClaim unchosen() {
    ClaimKey key = claim.key();
    return under(new ClaimKey(key.grant(), key.tool(), key.value(), false));
  }

  public AClaim under(ClaimKey key) {
    return with(claim.id(), claim.organization(), claim.person(), key);
  }

  public AClaim at(Instant time) {
    Claim it = claim;
    return new AClaim(
        new Claim(
            it.id(),
            it.call(),
            it.organization(),
            it.person(),
            it.backend(),
            it.key(),
            it.argumentsHash(),
            it.state(),
            it.epoch(),
            time,
            time));
  }

  private AClaim with(ClaimId id, OrganizationId organization, PersonId person, ClaimKey key) {
    Claim it = claim;
    return new AClaim(
        new Claim(
            id,
            it.call(),
            organization,
            person,
            it.backend(),
            key,
            it.argumentsHash(),
            it.state(),
            it.epoch(),
            it.claimedAt(),
            it.changedAt()));
  }
}
