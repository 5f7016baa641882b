package dev.sallyport.application.sample;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A live grant that reaches nothing yet: `aGrant().reaching("chat", reach).grant()`.
public record AGrant(Grant grant) {
  /// When sample grants were given.
  public static final Instant GIVEN = Instant.parse("2026-11-20T12:00:00.123456Z");

  public static AGrant aGrant() {
    return new AGrant(
        new Grant(
            Fresh.grant(),
            Fresh.organization(),
            Fresh.person(),
            new ClientId("https://client.example/metadata.json"),
            Scopes.NONE,
            Map.of(),
            Narrowing.NONE,
            Budget.UNLIMITED,
            Set.of(),
            GIVEN,
            GIVEN.plus(Duration.ofDays(90)),
            Optional.empty(),
            0));
  }

  public AGrant named(GrantId id) {
    return with(id, grant.organization(), grant.person());
  }

  public AGrant in(OrganizationId organization) {
    return with(grant.id(), organization, grant.person());
  }

  public AGrant in(TenantScope scope) {
    return in(scope.organization());
  }

  public AGrant by(PersonId person) {
    return with(grant.id(), grant.organization(), person);
  }

  public AGrant allowing(String... scopes) {
    var all = new HashSet<>(grant.scopes().all());
    for (String scope : scopes) {
      all.add(new Scope(scope));
    }
    return allowed(new Scopes(all), grant.reaches(), grant.budget(), grant.trusted());
  }

  public AGrant reaching(String backend, Reach reach) {
    var all = new HashMap<>(grant.reaches());
    all.put(new BackendId(backend), reach);
    return allowed(grant.scopes(), all, grant.budget(), grant.trusted());
  }

  public AGrant within(Budget budget) {
    return allowed(grant.scopes(), grant.reaches(), budget, grant.trusted());
  }

  public AGrant trusting(Recipient... recipients) {
    return allowed(grant.scopes(), grant.reaches(), grant.budget(), Set.of(recipients));
  }

  public AGrant narrowed(Narrowing narrowing) {
    Grant it = grant;
    return new AGrant(
        new Grant(
            it.id(),
            it.organization(),
            it.person(),
            it.client(),
            it.scopes(),
            it.reaches(),
            narrowing,
            it.budget(),
            it.trusted(),
            it.givenAt(),
            it.expiresAt(),
            it.revokedAt(),
            it.generation()));
  }

  public AGrant lasting(Instant from, Instant until) {
    return during(from, until, grant.revokedAt());
  }

  public AGrant revoked(Instant at) {
    return during(grant.givenAt(), grant.expiresAt(), Optional.of(at));
  }

  private AGrant with(GrantId id, OrganizationId organization, PersonId person) {
    Grant it = grant;
    return new AGrant(
        new Grant(
            id,
            organization,
            person,
            it.client(),
            it.scopes(),
            it.reaches(),
            it.narrowing(),
            it.budget(),
            it.trusted(),
            it.givenAt(),
            it.expiresAt(),
            it.revokedAt(),
            it.generation()));
  }

  private AGrant allowed(
      Scopes scopes, Map<BackendId, Reach> reaches, Budget budget, Set<Recipient> trusted) {
    Grant it = grant;
    return new AGrant(
        new Grant(
            it.id(),
            it.organization(),
            it.person(),
            it.client(),
            scopes,
            reaches,
            it.narrowing(),
            budget,
            trusted,
            it.givenAt(),
            it.expiresAt(),
            it.revokedAt(),
            it.generation()));
  }

  private AGrant during(Instant from, Instant until, Optional<Instant> revoked) {
    Grant it = grant;
    return new AGrant(
        new Grant(
            it.id(),
            it.organization(),
            it.person(),
            it.client(),
            it.scopes(),
            it.reaches(),
            it.narrowing(),
            it.budget(),
            it.trusted(),
            from,
            until,
            revoked,
            it.generation()));
  }
}
