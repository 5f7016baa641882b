package dev.sallyport.application.usecase;

import static dev.sallyport.application.sample.AGrant.aGrant;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.fake.InMemoryMailbox;
import dev.sallyport.application.fake.InMemoryPeppers;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryUnitOfWork;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.RecordingAlarms;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.post.Envelopes;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Rights;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;

/// Instances that share a mailbox and nothing else.
final class PostBench {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  final SettableClock clock = new SettableClock(NOW);
  final InMemoryMailbox mailbox = new InMemoryMailbox();
  final InMemoryChanges changes = new InMemoryChanges();
  final InMemoryPeppers peppers = new InMemoryPeppers();
  final RecordingAlarms alarms = new RecordingAlarms();
  final WatchedGrants grants = new WatchedGrants();
  final InMemoryVault vault = new InMemoryVault();
  final InMemoryPersonKeys keys = new InMemoryPersonKeys(vault);
  private final InMemoryUnitOfWork units = new InMemoryUnitOfWork(mailbox, changes);
  private final Randomness counting = new CountingRandomness();
  boolean exhausted;

  PostOffice office(String node) {
    return new PostOffice(
        peppers,
        this::bytes,
        mailbox,
        new Envelopes(keys, vault),
        new Rights(grants, changes, alarms),
        changes,
        units,
        alarms,
        clock,
        node);
  }

  private byte[] bytes(int count) {
    if (exhausted) {
      throw new IllegalStateException("no bytes are left");
    }
    return counting.bytes(count);
  }

  Caller somebody() {
    return somebody(Fresh.scope(), Fresh.person());
  }

  /// Another person of the same organization.
  Caller neighbourOf(Caller caller) {
    return somebody(caller.scope(), Fresh.person());
  }

  /// Another grant of the same person in the same organization.
  Caller twinOf(Caller caller) {
    return somebody(caller.scope(), caller.person());
  }

  /// Ends what they come through, and announces it.
  void revoke(Caller caller) {
    grants.revoke(caller.scope(), caller.grant(), clock.instant());
    changes.announce(caller.scope(), Subject.ENTITLEMENTS);
  }

  private Caller somebody(TenantScope scope, PersonId person) {
    Grant grant = aGrant().in(scope).by(person).grant();
    grants.give(scope, grant);
    return new Caller(scope, grant.id(), person, ClientId.PAGES, Scopes.NONE);
  }
}
