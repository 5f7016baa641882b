package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.People;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Person.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People who are forgotten with the test.
public final class InMemoryPeople implements People, Undoable {
  private final Shelf<Person> people = new Shelf<>();

  @Override
  public Optional<Person> find(PersonId id) {
    return people.get(id.value());
  }

  @Override
  public Optional<Person> findByEmail(EmailAddress email) {
    return people.all().filter(it -> it.email().equals(Optional.of(email))).findFirst();
  }

  @Override
  public List<Person> list(@Nullable PersonId after, int most) {
    return people
        .all()
        .filter(it -> after == null || it.id().value().compareTo(after.value()) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public Addition add(Person person) {
    return people.step(all -> {
      if (person.email().flatMap(this::findByEmail).isPresent()) {
        return Addition.TAKEN;
      }
      return all.putIfAbsent(person.id().value(), person) == null ? Addition.ADDED : Addition.TAKEN;
    });
  }

  @Override
  public Change suspend(PersonId id) {
    return become(id, Set.of(Standing.ACTIVE), Standing.SUSPENDED);
  }

  @Override
  public Change reinstate(PersonId id) {
    return become(id, Set.of(Standing.SUSPENDED), Standing.ACTIVE);
  }

  @Override
  public Change erase(PersonId id) {
    return become(id, Set.of(Standing.ACTIVE, Standing.SUSPENDED), Standing.ERASED);
  }

  /// From now on the person's language is this.
  public void speaks(PersonId id, Locale locale) {
    people.step(all -> {
      return all.computeIfPresent(
          id.value(),
          (_, before) ->
              new Person(id, before.email(), locale, before.standing(), before.created()));
    });
  }

  @Override
  public Runnable snapshot() {
    return people.snapshot();
  }

  private Change become(PersonId id, Set<Standing> from, Standing to) {
    return people.step(all -> {
      Person before = all.get(id.value());
      if (before == null || !from.contains(before.standing())) {
        return Change.NOT_FITTING;
      }
      all.put(
          id.value(),
          new Person(
              id,
              before.email().filter(_ -> to != Standing.ERASED),
              to == Standing.ERASED ? Locale.ROOT : before.locale(),
              to,
              before.created()));
      return Change.CHANGED;
    });
  }
}
