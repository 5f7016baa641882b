package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is kept of API keys. A key is never widened; it is used, and ends.
public interface ApiKeys {
  /// Which key has one of these hashes: what authentication asks before there is a scope. They are
  /// hashes of one key, so there is never more than one.
  Optional<Whereabouts> findByHash(List<Pseudonym> hashes);

  /// Which organization a key belongs to, for an operator who names one.
  Optional<OrganizationId> whereabouts(ApiKeyId key);

  /// Every organization that has keys, live or over, by id; for an operator who lists them all.
  List<OrganizationId> organizations();

  /// Stores a new one; it must be of the scope's organization.
  void add(TenantScope scope, ApiKey key);

  Optional<ApiKey> find(TenantScope scope, ApiKeyId key);

  /// Live ones and ended ones, the newest first.
  List<ApiKey> ofOrganization(TenantScope scope);

  /// Ends it. The first revocation counts; another changes nothing.
  Change revoke(TenantScope scope, ApiKeyId key, Instant at);

  /// Notes when keys were last used, of any organizations at once. An earlier time than is noted
  /// already changes nothing, and neither does a key that is not there. Must not be called within a
  /// unit.
  void used(List<Use> uses);

  /// Where a key is kept.
  record Whereabouts(OrganizationId organization, ApiKeyId key) {
    public Whereabouts {
      Objects.requireNonNull(organization);
      Objects.requireNonNull(key);
    }
  }

  /// That a key was used.
  record Use(OrganizationId organization, ApiKeyId key, Instant at) {
    public Use {
      Objects.requireNonNull(organization);
      Objects.requireNonNull(key);
      Objects.requireNonNull(at);
    }
  }

  /// What became of a wish to change a key.
  sealed interface Change {
    /// The key as it is now.
    record Changed(ApiKey key) implements Change {
      public Changed {
        Objects.requireNonNull(key);
      }
    }

    /// There is no such key here.
    record NotThere() implements Change {}
  }
}
