package dev.sallyport.bootstrap;

import dev.sallyport.application.person.Departure;
import dev.sallyport.application.port.in.ErasePerson;
import dev.sallyport.application.port.in.ExportPerson;
import dev.sallyport.application.port.in.ListPeople;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.usecase.ErasePersonService;
import dev.sallyport.application.usecase.ExportPersonService;
import dev.sallyport.application.usecase.ListPeopleService;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes what an operator can ask about people.
@Factory
final class PeopleWiring {
  @Singleton
  ListPeople listPeople(People people) {
    return new ListPeopleService(people);
  }

  @Singleton
  ExportPerson exportPerson(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      Traces traces,
      PersonKeys keys,
      Vault vault) {
    return new ExportPersonService(people, organizations, memberships, grants, traces, keys, vault);
  }

  @Singleton
  Departure departure(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      Traces traces,
      Ledger ledger,
      Changes changes,
      UnitOfWork units) {
    return new Departure(
        people, organizations, memberships, grants, traces, ledger, changes, units);
  }

  @Singleton
  ErasePerson erasePerson(
      People people,
      Traces traces,
      Departure departure,
      PersonKeys keys,
      Ledger ledger,
      Changes changes,
      SealLedger sealer,
      Seals seals,
      InstantSource clock) {
    return new ErasePersonService(
        people, traces, departure, keys, ledger, changes, sealer, seals, clock);
  }
}
