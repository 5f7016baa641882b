package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("people")
record PersonRow(
    @Id String personId,
    @Nullable String email,
    String locale,
    String standing,
    OffsetDateTime createdAt) {
  static PersonRow of(Person person) {
    return new PersonRow(
        person.id().value(),
        person.email().map(EmailAddress::value).orElse(null),
        person.locale().toLanguageTag(),
        person.standing().name(),
        person.created().atOffset(ZoneOffset.UTC));
  }

  /// How many rows that made: none if its id or address is in use.
  int addTo(PersonRows rows) {
    return rows.add(personId, email, locale, standing, createdAt);
  }

  Person person() {
    return new Person(
        new PersonId(personId),
        Optional.ofNullable(email).map(EmailAddress::new),
        Locale.forLanguageTag(locale),
        Person.Standing.valueOf(standing),
        createdAt.toInstant());
  }

  /// A row says who somebody is: in a log it is its id.
  @Override
  public String toString() {
    return "person " + personId;
  }
}
