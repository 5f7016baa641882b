package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.People;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Person.Standing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// People as rows that belong to no organization.
@Singleton
final class JdbcPeople implements People {
  private final Database database;
  private final PersonRows rows;

  JdbcPeople(Database database, PersonRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return database.inSystem(_ -> rows.findByPersonId(id.value())).map(PersonRow::person);
  }

  @Override
  public Optional<Person> findByEmail(EmailAddress email) {
    return database.inSystem(_ -> rows.findByEmail(email.value())).map(PersonRow::person);
  }

  @Override
  public List<Person> list(@Nullable PersonId after, int most) {
    String last = after == null ? "" : after.value();
    return database.inSystem(_ -> rows.listAfter(last, most)).stream()
        .map(PersonRow::person)
        .toList();
  }

  @Override
  public Addition add(Person person) {
    int added = database.inSystem(_ -> PersonRow.of(person).addTo(rows));
    return added == 1 ? Addition.ADDED : Addition.TAKEN;
  }

  @Override
  public Change suspend(PersonId id) {
    return become(id, Standing.ACTIVE, Standing.SUSPENDED);
  }

  @Override
  public Change reinstate(PersonId id) {
    return become(id, Standing.SUSPENDED, Standing.ACTIVE);
  }

  @Override
  public Change erase(PersonId id) {
    return outcome(database.inSystem(_ -> rows.erase(id.value())));
  }

  private Change become(PersonId id, Standing from, Standing to) {
    return outcome(database.inSystem(_ -> rows.become(id.value(), from.name(), to.name())));
  }

  private static Change outcome(int changed) {
    return changed == 1 ? Change.CHANGED : Change.NOT_FITTING;
  }
}
