package dev.sallyport.application.usecase;

import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryAccounts;
import dev.sallyport.application.fake.InMemoryApiKeys;
import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.fake.InMemoryLedger;
import dev.sallyport.application.fake.InMemoryMemberships;
import dev.sallyport.application.fake.InMemoryOrganizations;
import dev.sallyport.application.fake.InMemoryPeople;
import dev.sallyport.application.fake.InMemoryPeppers;
import dev.sallyport.application.fake.InMemoryUnitOfWork;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.application.port.in.CreateKey.Result.Created;
import dev.sallyport.application.port.in.CreateKey.Wish;
import dev.sallyport.application.port.in.ListKeys;
import dev.sallyport.application.port.in.ListKeys.Listed;
import dev.sallyport.application.port.in.NoteUses;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that is done with API keys, over fakes.
final class KeyDesk {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final Duration LIFE = Duration.ofDays(90);
  static final Map<BackendId, Reach> HOME =
      Map.of(new BackendId("chat"), Reach.of(new SpaceId("home")));

  final SettableClock clock = new SettableClock(NOON);
  final InMemoryPeople people = new InMemoryPeople();
  final InMemoryOrganizations organizations = new InMemoryOrganizations();
  final InMemoryMemberships memberships = new InMemoryMemberships();
  final InMemoryGrants grants = new InMemoryGrants();
  final InMemoryApiKeys keys = new InMemoryApiKeys();
  final InMemoryPeppers peppers = new InMemoryPeppers();
  final InMemoryChanges changes = new InMemoryChanges();
  final InMemoryAccounts accounts = new InMemoryAccounts(changes);
  final InMemoryLedger ledger = new InMemoryLedger();
  final CountingRandomness randomness = new CountingRandomness();
  final InMemoryUnitOfWork units =
      new InMemoryUnitOfWork(
          people, organizations, memberships, grants, keys, accounts, ledger, changes);
  final LastUses uses = new LastUses();
  final CreateKey create =
      new CreateKeyService(
          people,
          organizations,
          memberships,
          grants,
          keys,
          peppers,
          ledger,
          changes,
          units,
          randomness,
          clock);
  final RevokeGrant revokeGrant =
      new RevokeGrantService(grants, accounts, ledger, changes, units, randomness, clock);
  final RevokeKey revoke =
      new RevokeKeyService(keys, revokeGrant, ledger, changes, units, randomness, clock);
  final ListKeys list = new ListKeysService(keys, grants, people, clock);
  final Authenticate authenticate =
      new AuthenticateService(keys, grants, peppers, changes, uses, clock);
  final NoteUses noteUses = new NoteUsesService(uses, keys);

  static Wish wish() {
    return new Wish(ADA, "laptop", Scopes.of(new Scope("messages:write")), HOME, false, LIFE);
  }

  Created created() {
    return created(wish());
  }

  Created created(Wish wish) {
    return (Created) create.create(wish);
  }

  ApiKey stored(ApiKey key) {
    return keys.find(new TenantScope(key.organization()), key.id()).orElseThrow();
  }

  List<Listed> listed() {
    List<Listed> all = new ArrayList<>();
    list.list(all::add);
    return all;
  }
}
