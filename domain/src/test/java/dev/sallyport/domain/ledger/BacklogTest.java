package dev.sallyport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What waits for a seal")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BacklogTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void has_waited_since_its_oldest_came() {
    assertThat(new Backlog(2, Optional.of(NOON)).lag(NOON.plusSeconds(3)))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(new Backlog(2, Optional.of(NOON)).lag(NOON.minusSeconds(3))).isZero();
    assertThat(new Backlog(0, Optional.empty()).lag(NOON)).isZero();
  }

  @Test
  void is_found_under_its_grant_and_perhaps_a_person() {
    String grant = "1".repeat(32);
    var person = new PersonId("2".repeat(32));
    Entry entry = LedgerFixture.entry(1);
    var granted =
        new Entry(
            entry.id(),
            entry.organization(),
            entry.at(),
            entry.kind(),
            Facts.none().with(Fact.GRANT, grant),
            entry.personal());

    assertThat(Filing.of(entry).grant()).isEmpty();
    assertThat(Filing.of(granted, person).grant()).contains(new GrantId(grant));
    assertThat(Filing.of(granted, person).person()).contains(person);
    assertThat(Filing.of(entry).person()).isEmpty();
  }

  @Test
  void may_tell_nothing_of_people() {
    assertThat(Personal.none().absent()).isTrue();
    assertThat(new Personal(Bytes.of(new byte[Personal.LONGEST])).absent()).isFalse();
  }

  @Test
  void tells_the_later_of_two_where_both_tell_a_fact() {
    Facts one = Facts.none().with(Fact.TOOL, "send").with(Fact.RULE, "reach");
    Facts other = Facts.none().with(Fact.RULE, "taint");

    assertThat(one.and(other))
        .isEqualTo(Facts.none().with(Fact.TOOL, "send").with(Fact.RULE, "taint"));
  }
}
