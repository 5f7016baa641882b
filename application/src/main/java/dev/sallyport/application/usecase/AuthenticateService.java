package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.bearer.Bearers;
import dev.sallyport.application.bearer.Credential;
import dev.sallyport.application.bearer.Fingerprint;
import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKeyText;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Proves API keys. Another kind of token has another prefix, and a look-up of its own beside
/// [#lookedUp].
///
/// What is good is remembered until the organization's entitlements change: a revocation announces
/// that, so it holds from the next request on.
public final class AuthenticateService implements Authenticate {
  /// What keys are hashed for; stored hashes depend on it.
  static final String PURPOSE = "API key";

  private static final Proof UNKNOWN = new Proof.Unknown();
  private static final Proof EXPIRED = new Proof.Expired();
  private static final Proof REVOKED = new Proof.Revoked();
  private static final Memory NONE_OF_OURS = new Memory.Sure(UNKNOWN);

  private final ApiKeys keys;
  private final Grants grants;
  private final Peppers peppers;
  private final Changes changes;
  private final LastUses uses;
  private final InstantSource clock;
  private final Bearers bearers = new Bearers();

  public AuthenticateService(
      ApiKeys keys,
      Grants grants,
      Peppers peppers,
      Changes changes,
      LastUses uses,
      InstantSource clock) {
    this.keys = keys;
    this.grants = grants;
    this.peppers = peppers;
    this.changes = changes;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public Proof prove(Secret bearer) {
    return proof(bearer, Noting.USE);
  }

  @Override
  public Proof holds(Secret bearer) {
    return proof(bearer, Noting.NOTHING);
  }

  @Override
  public Memory remembered(Secret bearer) {
    return ApiKeyText.looksLikeOne(bearer)
        ? remembered(bearer, Fingerprint.of(bearer), clock.instant(), Noting.USE)
        : NONE_OF_OURS;
  }

  private Proof proof(Secret bearer, Noting noting) {
    return ApiKeyText.looksLikeOne(bearer)
        ? ofKey(bearer, Fingerprint.of(bearer), noting)
        : UNKNOWN;
  }

  private Proof ofKey(Secret bearer, Fingerprint fingerprint, Noting noting) {
    Instant at = clock.instant();
    return remembered(bearer, fingerprint, at, noting) instanceof Memory.Sure(Proof proof)
        ? proof
        : lookedUp(bearer, fingerprint, at, noting);
  }

  private Memory remembered(Secret bearer, Fingerprint fingerprint, Instant at, Noting noting) {
    Credential known = bearers.known(fingerprint);
    if (known != null) {
      return known.stamp() == stamp(known.at())
          ? new Memory.Sure(met(known, at, noting))
          : new Memory.Stale();
    }
    return ApiKeyText.isOne(bearer)
        ? bearers
            .refused(fingerprint, at)
            .<Memory>map(Memory.Sure::new)
            .orElseGet(() -> new Memory.Nothing(fingerprint.first()))
        : NONE_OF_OURS;
  }

  private static Proof met(Credential credential, Instant at, Noting noting) {
    if (!at.isBefore(credential.proof().until())) {
      return EXPIRED;
    }
    if (noting == Noting.USE) {
      credential.use().note(at);
    }
    return credential.proof();
  }

  private Proof lookedUp(Secret bearer, Fingerprint fingerprint, Instant at, Noting noting) {
    Credential known = bearers.known(fingerprint);
    Optional<Whereabouts> where =
        known == null ? keys.findByHash(peppers.hashes(PURPOSE, bearer)) : Optional.of(known.at());
    return where.isPresent()
        ? read(where.get(), fingerprint, at, noting)
        : bearers.refuse(fingerprint, UNKNOWN, at);
  }

  private Proof read(Whereabouts where, Fingerprint fingerprint, Instant at, Noting noting) {
    // before what is read, so that nothing is remembered past a change
    long stamp = stamp(where);
    var scope = new TenantScope(where.organization());
    Optional<ApiKey> key = keys.find(scope, where.key());
    Optional<Grant> grant = key.flatMap(it -> grants.find(scope, it.grant()));
    if (key.isEmpty() || grant.isEmpty()) {
      return bearers.refuse(fingerprint, UNKNOWN, at);
    }
    if (key.get().revokedAt().isPresent() || grant.get().revokedAt().isPresent()) {
      return bearers.refuse(fingerprint, REVOKED, at);
    }
    Proof.Proven proof = proven(scope, key.get(), grant.get());
    if (!at.isBefore(proof.until())) {
      return bearers.refuse(fingerprint, EXPIRED, at);
    }
    var credential = new Credential(where, proof, stamp, uses.of(where));
    bearers.remember(fingerprint, credential);
    return met(credential, at, noting);
  }

  private static Proof.Proven proven(TenantScope scope, ApiKey key, Grant grant) {
    Instant until =
        key.expiresAt().isBefore(grant.expiresAt()) ? key.expiresAt() : grant.expiresAt();
    return new Proof.Proven(
        new Caller(
            scope,
            grant.id(),
            grant.person(),
            grant.client(),
            key.scopes().sharedWith(grant.scopes())),
        until);
  }

  private long stamp(Whereabouts where) {
    return changes.stamp(where.organization(), Subject.ENTITLEMENTS);
  }

  /// What becomes of a key's last use.
  private enum Noting {
    USE,
    NOTHING
  }
}
