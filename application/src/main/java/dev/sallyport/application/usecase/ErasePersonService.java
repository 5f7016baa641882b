package dev.sallyport.application.usecase;

import dev.sallyport.application.person.Departure;
import dev.sallyport.application.port.in.ErasePerson;
import dev.sallyport.application.port.in.ErasePerson.Outcome.OwnerNeeded;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.in.SealLedger.Pass;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Traces;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Stops the person first, then removes what each organization keeps of them, destroys their key,
/// and takes their name away last: a stop in between leaves a person that can be erased again.
public final class ErasePersonService implements ErasePerson {
  private final People people;
  private final Traces traces;
  private final Departure departure;
  private final PersonKeys keys;
  private final Ledger ledger;
  private final Changes changes;
  private final SealLedger sealer;
  private final Seals seals;
  private final InstantSource clock;

  public ErasePersonService(
      People people,
      Traces traces,
      Departure departure,
      PersonKeys keys,
      Ledger ledger,
      Changes changes,
      SealLedger sealer,
      Seals seals,
      InstantSource clock) {
    this.people = people;
    this.traces = traces;
    this.departure = departure;
    this.keys = keys;
    this.ledger = ledger;
    this.changes = changes;
    this.sealer = sealer;
    this.seals = seals;
    this.clock = clock;
  }

  @Override
  public Outcome erase(PersonId person) {
    if (people.find(person).isEmpty()) {
      return new Outcome.NotThere();
    }
    return scopes(person)
        .flatMap(scope -> departure.hindrance(scope, person).stream())
        .findFirst()
        .map(needed -> refusal(needed, person))
        .orElseGet(() -> stopped(person));
  }

  private Outcome stopped(PersonId person) {
    People.Change stopped = people.suspend(person);
    // from here on nothing is done in their name, here or elsewhere
    changes.announceToAll(Subject.ENTITLEMENTS);
    Instant at = clock.instant();
    // read anew: they may have come to one more before they were stopped
    Optional<Outcome> refused =
        scopes(person)
            .flatMap(scope -> departure.leave(scope, person, at).stream())
            .findFirst()
            .map(needed -> refusal(needed, person));
    // an owner who went meanwhile makes them stay, as they were if they still are everywhere: whom
    // we did not stop, stays so
    if (refused.filter(OwnerNeeded.class::isInstance).isPresent()
        && stopped == People.Change.CHANGED) {
      people.reinstate(person);
      changes.announceToAll(Subject.ENTITLEMENTS);
    }
    return refused.orElseGet(() -> forgotten(person, at));
  }

  private Outcome refusal(OwnerNeeded needed, PersonId person) {
    return entries(person).isEmpty() ? needed : new Outcome.Begun(needed);
  }

  private Outcome forgotten(PersonId person, Instant at) {
    keys.destroy(person);
    // and from here on nothing of theirs is sealed or opened
    changes.announceToAll(Subject.ENTITLEMENTS);
    changes.announceToAll(Subject.CONTENT);
    int unfiled = ledger.forget(person);
    people.erase(person);
    seal();
    List<Recorded> entries = entries(person);
    Instant first =
        entries.stream().map(it -> it.entry().at()).min(Comparator.naturalOrder()).orElse(at);
    return new Outcome.Erased(new Receipt(person, first, entries, unfiled, seals.head()));
  }

  private Stream<TenantScope> scopes(PersonId person) {
    return traces.organizations(person).stream().map(TenantScope::new);
  }

  /// Also those of an attempt before, which left nothing else.
  private List<Recorded> entries(PersonId person) {
    return traces.everywhere().stream()
        .map(TenantScope::new)
        .flatMap(scope -> seals.find(Departure.entryOf(scope, person)).stream())
        .toList();
  }

  private void seal() {
    Pass pass;
    do {
      pass = sealer.seal();
    } while (pass instanceof Pass.Sealed(_, boolean more) && more);
    sealer.handOver();
  }
}
