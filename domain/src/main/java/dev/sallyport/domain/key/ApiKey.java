package dev.sallyport.domain.key;

import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What is kept of an API key: all but the key.
///
/// @param scopes never more than those of the grant
/// @param hash under a key of the server, so that a stolen database opens nothing
/// @param hint its last characters, by which its owner knows it again
public record ApiKey(
    ApiKeyId id,
    OrganizationId organization,
    GrantId grant,
    PersonId person,
    ClientId client,
    String name,
    Scopes scopes,
    Pseudonym hash,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  /// No key lasts longer.
  public static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_HINT = 8;

  public ApiKey {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(person);
    Objects.requireNonNull(client);
    if (!isName(name)) {
      throw new IllegalArgumentException("a key's name has 1 to 100 printable characters");
    }
    Objects.requireNonNull(scopes);
    Objects.requireNonNull(hash);
    if (hint.length() > LONGEST_HINT) {
      throw new IllegalArgumentException("a hint has at most 8 characters");
    }
    if (!createdAt.isBefore(expiresAt)) {
      throw new IllegalArgumentException("a key expires after it was made");
    }
    Objects.requireNonNull(revokedAt);
    Objects.requireNonNull(lastUsedAt);
  }

  /// Whether a key can be called that.
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(ApiKey::unprintable);
  }

  public Standing standing(Instant at) {
    if (revokedAt.isPresent()) {
      return Standing.REVOKED;
    }
    return at.isBefore(expiresAt) ? Standing.LIVE : Standing.EXPIRED;
  }

  /// The same key, over. The first revocation is the one that counts.
  public ApiKey revoked(Instant at) {
    return with(Optional.of(revokedAt.orElse(at)), lastUsedAt);
  }

  /// The same key, used then unless it was used later.
  public ApiKey used(Instant at) {
    return with(revokedAt, Optional.of(lastUsedAt.filter(at::isBefore).orElse(at)));
  }

  private ApiKey with(Optional<Instant> revoked, Optional<Instant> used) {
    return new ApiKey(
        id,
        organization,
        grant,
        person,
        client,
        name,
        scopes,
        hash,
        hint,
        createdAt,
        expiresAt,
        revoked,
        used);
  }

  // also what turns a line around, or ends it
  private static boolean unprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// Whether it opens anything.
  public enum Standing {
    LIVE,
    EXPIRED,
    REVOKED
  }
}
