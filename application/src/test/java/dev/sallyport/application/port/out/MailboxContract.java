package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Mailbox.Leaving;
import dev.sallyport.application.port.out.Mailbox.Letter;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Mailbox] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class MailboxContract {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");
  private static final Instant SOON = NOW.plusSeconds(60);
  private static final int RACERS = 8;

  private final TenantScope here = Fresh.scope();
  private final GrantId grant = Fresh.grant();

  /// The same one during one test.
  protected abstract Mailbox mailbox();

  @Test
  void letters_are_taken_in_the_order_in_which_they_were_left() {
    List<Letter> letters = IntStream.range(0, 12).mapToObj(_ -> letter("one")).toList();
    letters.forEach(this::leave);

    assertThat(mailbox().take(here, "one", NOW)).containsExactlyElementsOf(letters);
  }

  @Test
  void what_was_taken_is_gone() {
    leave(letter("one"));
    mailbox().take(here, "one", NOW);

    assertThat(mailbox().take(here, "one", NOW)).isEmpty();
  }

  @Test
  void what_is_for_one_instance_is_not_for_another() {
    Letter letter = letter("one");
    leave(letter);

    assertThat(mailbox().take(here, "another", NOW)).isEmpty();
    assertThat(mailbox().take(here, "one", NOW)).containsExactly(letter);
  }

  @Test
  void another_organization_takes_nothing_of_it() {
    Letter letter = letter("one");
    leave(letter);

    assertThat(mailbox().take(Fresh.scope(), "one", NOW)).isEmpty();
    assertThat(mailbox().take(here, "one", NOW)).containsExactly(letter);
  }

  @Test
  void what_is_over_is_not_taken() {
    Letter letter = letter("one");
    leave(letter);

    assertThat(mailbox().take(here, "one", SOON)).isEmpty();
    assertThat(mailbox().take(here, "one", SOON.minusMillis(1))).containsExactly(letter);
  }

  @Test
  void what_is_over_is_thrown_away_and_nothing_else() {
    Letter longer = new Letter("one", "name", grant, Fresh.sealed(), SOON.plusSeconds(1));
    leave(letter("one"));
    leave(longer);

    assertThat(mailbox().forgetExpired(SOON)).isPositive();
    assertThat(mailbox().take(here, "one", NOW)).containsExactly(longer);
  }

  @Test
  void so_many_of_a_grant_wait_and_no_more() {
    IntStream.range(0, Mailbox.MOST_OF_A_GRANT).forEach(_ -> leave(letter("one")));

    assertThat(mailbox().leave(here, letter("another"), NOW)).isEqualTo(Leaving.FULL);
    assertThat(mailbox().take(here, "another", NOW)).isEmpty();
    assertThat(mailbox().leave(here, letter(Fresh.grant()), NOW)).isEqualTo(Leaving.LEFT);
  }

  @Test
  void what_is_over_takes_no_room() {
    IntStream.range(0, Mailbox.MOST_OF_A_GRANT).forEach(_ -> leave(letter("one")));

    assertThat(mailbox().leave(here, letter("one"), SOON)).isEqualTo(Leaving.LEFT);
  }

  @Test
  void of_racing_takers_one_gets_each_letter() throws Exception {
    List<Letter> letters = IntStream.range(0, 20).mapToObj(_ -> letter("one")).toList();
    letters.forEach(this::leave);
    List<List<Letter>> taken = Race.of(RACERS, _ -> mailbox().take(here, "one", NOW));

    assertThat(taken.stream().filter(Objects::nonNull).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(letters);
  }

  private void leave(Letter letter) {
    assertThat(mailbox().leave(here, letter, NOW)).isEqualTo(Leaving.LEFT);
  }

  private Letter letter(String node) {
    return new Letter(node, "name", grant, Fresh.sealed(), SOON);
  }

  private static Letter letter(GrantId grant) {
    return new Letter("one", "name", grant, Fresh.sealed(), SOON);
  }
}
