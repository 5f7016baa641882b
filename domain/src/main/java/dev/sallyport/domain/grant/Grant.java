package dev.sallyport.domain.grant;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What one person allowed one client, in one organization.
///
/// @param trusted those outside the organization whose words count as its own
/// @param generation rises with each change, so that nothing remembered from before is used after
///   it
public record Grant(
    GrantId id,
    OrganizationId organization,
    PersonId person,
    ClientId client,
    Scopes scopes,
    Map<BackendId, Reach> reaches,
    Narrowing narrowing,
    Budget budget,
    Set<Recipient> trusted,
    Instant givenAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    long generation) {
  public Grant {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(person);
    Objects.requireNonNull(client);
    Objects.requireNonNull(scopes);
    reaches = Map.copyOf(reaches);
    Objects.requireNonNull(narrowing);
    Objects.requireNonNull(budget);
    trusted = Set.copyOf(trusted);
    Objects.requireNonNull(givenAt);
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(revokedAt);
  }

  public Reach reach(BackendId backend) {
    return reaches.getOrDefault(backend, Reach.NOWHERE);
  }

  /// Whether consent covered the place and nothing was taken back since.
  public boolean reaches(Place place) {
    return reach(place.backend()).covers(place) && narrowing.keeps(place);
  }

  public boolean isLive(Instant at) {
    return revokedAt.isEmpty() && at.isBefore(expiresAt);
  }

  /// The same grant, tighter. There is no other way to change what it lets through.
  public Grant narrowed(Narrowing by, Budget atMost) {
    return with(narrowing.tightenedBy(by), budget.tightenedBy(atMost), revokedAt);
  }

  /// The same grant, over. The first revocation is the one that counts.
  public Grant revoked(Instant at) {
    return with(narrowing, budget, Optional.of(revokedAt.orElse(at)));
  }

  private Grant with(Narrowing tighter, Budget smaller, Optional<Instant> revoked) {
    return new Grant(
        id,
        organization,
        person,
        client,
        scopes,
        reaches,
        tighter,
        smaller,
        trusted,
        givenAt,
        expiresAt,
        revoked,
        generation + 1);
  }
}
