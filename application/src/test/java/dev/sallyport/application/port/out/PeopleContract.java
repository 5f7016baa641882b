package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.People.Addition;
import dev.sallyport.application.port.out.People.Change;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Person.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [People] must do. Extend it; override nothing but [#people()].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class PeopleContract {
  private static final EmailAddress ADDRESS = new EmailAddress("anna@example.com");
  private static final Person ANNA = person(1, ADDRESS);
  private static final PersonId NOBODY = new PersonId("%032x".formatted(99));
  private static final int RACERS = 4;
  private static final int ROUNDS = 25;

  /// A store, empty at first and the same for the whole test.
  protected abstract People people();

  @Test
  void who_was_added_is_found_as_they_are() {
    assertThat(people().add(ANNA)).isEqualTo(Addition.ADDED);

    assertThat(people().find(ANNA.id())).contains(ANNA);
    assertThat(people().findByEmail(ADDRESS)).contains(ANNA);
  }

  @Test
  void nobody_is_found_who_was_not_added() {
    assertThat(people().find(NOBODY)).isEmpty();
    assertThat(people().findByEmail(ADDRESS)).isEmpty();
  }

  @Test
  void an_address_and_an_id_belong_to_whoever_came_first() {
    people().add(ANNA);

    assertThat(people().add(person(2, ADDRESS))).isEqualTo(Addition.TAKEN);
    assertThat(people().add(person(1, new EmailAddress("other@example.com"))))
        .isEqualTo(Addition.TAKEN);
    assertThat(people().find(person(2, ADDRESS).id())).isEmpty();
    assertThat(people().find(ANNA.id())).contains(ANNA);
  }

  @Test
  void of_racing_additions_of_one_address_one_is_stored() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int base = RACERS * round;
      var address = new EmailAddress("round%d@example.com".formatted(round));

      assertThat(Race.of(RACERS, number -> people().add(person(base + number, address))))
          .containsOnlyOnce(Addition.ADDED);
      assertThat(people().findByEmail(address)).isPresent();
    }
  }

  @Test
  void the_active_can_be_suspended_and_the_suspended_reinstated() {
    people().add(ANNA);

    assertThat(people().reinstate(ANNA.id())).isEqualTo(Change.NOT_FITTING);
    assertThat(people().suspend(ANNA.id())).isEqualTo(Change.CHANGED);
    assertThat(people().find(ANNA.id())).contains(standing(Standing.SUSPENDED));
    assertThat(people().suspend(ANNA.id())).isEqualTo(Change.NOT_FITTING);
    assertThat(people().reinstate(ANNA.id())).isEqualTo(Change.CHANGED);
    assertThat(people().find(ANNA.id())).contains(ANNA);
  }

  @Test
  void of_who_was_erased_neither_address_nor_language_is_left_and_it_is_free_again() {
    people().add(ANNA);

    assertThat(people().erase(ANNA.id())).isEqualTo(Change.CHANGED);
    assertThat(people().find(ANNA.id()))
        .contains(
            new Person(ANNA.id(), Optional.empty(), Locale.ROOT, Standing.ERASED, ANNA.created()));
    assertThat(people().findByEmail(ADDRESS)).isEmpty();
    assertThat(people().add(person(2, ADDRESS))).isEqualTo(Addition.ADDED);
  }

  @Test
  void who_was_erased_stays_so() {
    people().add(ANNA);
    people().erase(ANNA.id());

    assertThat(people().erase(ANNA.id())).isEqualTo(Change.NOT_FITTING);
    assertThat(people().suspend(ANNA.id())).isEqualTo(Change.NOT_FITTING);
    assertThat(people().reinstate(ANNA.id())).isEqualTo(Change.NOT_FITTING);
  }

  @Test
  void everybody_is_listed_by_their_ids_page_by_page() {
    Person ben = person(2, new EmailAddress("ben@example.com"));
    Person cleo = person(3, new EmailAddress("cleo@example.com"));
    people().add(cleo);
    people().add(ANNA);
    people().add(ben);

    assertThat(people().list(null, 2)).containsExactly(ANNA, ben);
    assertThat(people().list(ben.id(), 2)).containsExactly(cleo);
    assertThat(people().list(cleo.id(), 2)).isEmpty();
  }

  @Test
  void nobody_can_be_changed_who_is_not_known() {
    assertThat(people().suspend(NOBODY)).isEqualTo(Change.NOT_FITTING);
    assertThat(people().reinstate(NOBODY)).isEqualTo(Change.NOT_FITTING);
    assertThat(people().erase(NOBODY)).isEqualTo(Change.NOT_FITTING);
  }

  private static Person standing(Standing standing) {
    return new Person(ANNA.id(), ANNA.email(), ANNA.locale(), standing, ANNA.created());
  }

  private static Person person(int number, EmailAddress email) {
    return new Person(
        new PersonId("%032x".formatted(number)),
        Optional.of(email),
        Locale.forLanguageTag("pt-BR"),
        Standing.ACTIVE,
        Instant.parse("2026-11-20T12:00:00.123456Z"));
  }
}
