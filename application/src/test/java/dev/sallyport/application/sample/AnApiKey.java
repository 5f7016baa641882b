package dev.sallyport.application.sample;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A live API key: `anApiKey().in(scope).key()`.
public record AnApiKey(ApiKey key) {
  /// When sample keys were made.
  public static final Instant MADE = Instant.parse("2026-11-20T12:00:00.123456Z");

  public static AnApiKey anApiKey() {
    return new AnApiKey(
        new ApiKey(
            new ApiKeyId(Fresh.call().value()),
            Fresh.organization(),
            Fresh.grant(),
            Fresh.person(),
            ClientId.KEYS,
            "laptop",
            Scopes.NONE,
            Fresh.pseudonym(),
            "wxyz",
            MADE,
            MADE.plus(Duration.ofDays(90)),
            Optional.empty(),
            Optional.empty()));
  }

  public AnApiKey in(TenantScope scope) {
    return new AnApiKey(
        new ApiKey(
            key.id(),
            scope.organization(),
            key.grant(),
            key.person(),
            key.client(),
            key.name(),
            key.scopes(),
            key.hash(),
            key.hint(),
            key.createdAt(),
            key.expiresAt(),
            key.revokedAt(),
            key.lastUsedAt()));
  }

  /// One that carries the grant, with all of its scopes.
  public AnApiKey carrying(Grant grant) {
    return new AnApiKey(
        new ApiKey(
            key.id(),
            grant.organization(),
            grant.id(),
            grant.person(),
            grant.client(),
            key.name(),
            grant.scopes(),
            key.hash(),
            key.hint(),
            key.createdAt(),
            key.expiresAt(),
            key.revokedAt(),
            key.lastUsedAt()));
  }

  public AnApiKey called(String name) {
    return with(name, key.scopes(), key.hash(), key.createdAt(), key.expiresAt());
  }

  public AnApiKey allowing(String... scopes) {
    Set<Scope> all = Stream.of(scopes).map(Scope::new).collect(Collectors.toSet());
    return with(key.name(), new Scopes(all), key.hash(), key.createdAt(), key.expiresAt());
  }

  public AnApiKey hashed(Pseudonym hash) {
    return with(key.name(), key.scopes(), hash, key.createdAt(), key.expiresAt());
  }

  public AnApiKey lasting(Instant from, Instant until) {
    return with(key.name(), key.scopes(), key.hash(), from, until);
  }

  public AnApiKey revoked(Instant at) {
    return new AnApiKey(key.revoked(at));
  }

  public AnApiKey used(Instant at) {
    return new AnApiKey(key.used(at));
  }

  private AnApiKey with(String name, Scopes scopes, Pseudonym hash, Instant from, Instant until) {
    return new AnApiKey(
        new ApiKey(
            key.id(),
            key.organization(),
            key.grant(),
            key.person(),
            key.client(),
            name,
            scopes,
            hash,
            key.hint(),
            from,
            until,
            key.revokedAt(),
            key.lastUsedAt()));
  }
}
