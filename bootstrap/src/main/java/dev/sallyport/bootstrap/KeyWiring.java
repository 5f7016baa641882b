package dev.sallyport.bootstrap;

import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.CountKnocks;
import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.application.port.in.KeepPace;
import dev.sallyport.application.port.in.ListKeys;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.in.NoteUses;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.usecase.AuthenticateService;
import dev.sallyport.application.usecase.CountKnocksService;
import dev.sallyport.application.usecase.CreateKeyService;
import dev.sallyport.application.usecase.KeepPaceService;
import dev.sallyport.application.usecase.ListKeysService;
import dev.sallyport.application.usecase.ListScopesService;
import dev.sallyport.application.usecase.NoteUsesService;
import dev.sallyport.application.usecase.RevokeKeyService;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Makes what is done with API keys.
@Factory
final class KeyWiring {
  @Singleton
  LastUses lastUses() {
    return new LastUses();
  }

  @Singleton
  Authenticate authenticate(
      ApiKeys keys,
      Grants grants,
      Peppers peppers,
      Changes changes,
      LastUses uses,
      InstantSource clock) {
    return new AuthenticateService(keys, grants, peppers, changes, uses, clock);
  }

  @Singleton
  CountKnocks countKnocks(
      @Property(name = "sallyport.limits.strangers-per-address") int perMinute,
      InstantSource clock) {
    return new CountKnocksService(perMinute, clock);
  }

  @Singleton
  KeepPace keepPace(
      @Property(name = "sallyport.limits.requests-per-token") int perMinute, InstantSource clock) {
    return new KeepPaceService(perMinute, clock);
  }

  @Singleton
  NoteUses noteUses(LastUses uses, ApiKeys keys) {
    return new NoteUsesService(uses, keys);
  }

  @Singleton
  ListScopes listScopes(List<Backend> backends) {
    return new ListScopesService(backends);
  }

  // a list as long as what a person is made of
  @Singleton
  CreateKey createKey(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      ApiKeys keys,
      Peppers peppers,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new CreateKeyService(
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
  }

  @Singleton
  ListKeys listKeys(ApiKeys keys, Grants grants, People people, InstantSource clock) {
    return new ListKeysService(keys, grants, people, clock);
  }

  @Singleton
  RevokeKey revokeKey(
      ApiKeys keys,
      RevokeGrant grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new RevokeKeyService(keys, grants, ledger, changes, units, randomness, clock);
  }
}
