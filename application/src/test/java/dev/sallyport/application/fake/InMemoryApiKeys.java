package dev.sallyport.application.fake;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// API keys that are forgotten with the test.
public final class InMemoryApiKeys implements ApiKeys, Undoable {
  private final Shelf<ApiKey> keys = new Shelf<>();
  private final AtomicInteger lookups = new AtomicInteger();
  private volatile boolean away;

  /// From now on it does not answer.
  public void goesAway() {
    away = true;
  }

  public void comesBack() {
    away = false;
  }

  /// How often authentication asked.
  public int lookups() {
    return lookups.get();
  }

  @Override
  public Optional<Whereabouts> findByHash(List<Pseudonym> hashes) {
    lookups.incrementAndGet();
    mustBeThere();
    return keys.all()
        .filter(key -> hashes.contains(key.hash()))
        .map(key -> new Whereabouts(key.organization(), key.id()))
        .findFirst();
  }

  @Override
  public Optional<OrganizationId> whereabouts(ApiKeyId key) {
    mustBeThere();
    return keys.get(key.value()).map(ApiKey::organization);
  }

  @Override
  public List<OrganizationId> organizations() {
    mustBeThere();
    return keys.all()
        .map(ApiKey::organization)
        .distinct()
        .sorted(Comparator.comparing(OrganizationId::value))
        .toList();
  }

  @Override
  public void add(TenantScope scope, ApiKey key) {
    mustBeThere();
    if (!key.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a key is made within its organization");
    }
    keys.step(all -> {
      if (all.containsKey(key.id().value())
          || all.values().stream().anyMatch(it -> it.hash().equals(key.hash()))) {
        throw new IllegalStateException("a new key has a new id and a new hash");
      }
      return all.put(key.id().value(), key);
    });
  }

  @Override
  public Optional<ApiKey> find(TenantScope scope, ApiKeyId key) {
    mustBeThere();
    return keys.get(key.value()).filter(found -> found.organization().equals(scope.organization()));
  }

  @Override
  public List<ApiKey> ofOrganization(TenantScope scope) {
    mustBeThere();
    return keys.all()
        .filter(key -> key.organization().equals(scope.organization()))
        .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
        .toList();
  }

  @Override
  public Change revoke(TenantScope scope, ApiKeyId key, Instant at) {
    return find(scope, key)
        .<Change>map(_ ->
            new Change.Changed(
                keys.step(all ->
                    all.merge(key.value(), all.get(key.value()), (it, _) -> it.revoked(at)))))
        .orElseGet(Change.NotThere::new);
  }

  @Override
  public void used(List<Use> uses) {
    mustBeThere();
    uses.forEach(use ->
        keys.step(all ->
            all.computeIfPresent(
                use.key().value(),
                (_, key) ->
                    key.organization().equals(use.organization()) ? key.used(use.at()) : key)));
  }

  @Override
  public Runnable snapshot() {
    return keys.snapshot();
  }

  private void mustBeThere() {
    if (away) {
      throw new Unavailable("the store", new IllegalStateException("it went away"));
    }
  }
}
