package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Taints.Mark;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Taints] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class TaintsContract {
  private static final TenantScope HERE = Fresh.scope();
  private static final TenantScope THERE = Fresh.scope();
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");
  private static final Instant SOON = NOW.plusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(120);
  private static final int MANY = 100;
  private static final int RACERS = 8;

  private final GrantId grant = Fresh.grant();

  /// The same store during one test.
  protected abstract Taints taints();

  @Test
  void sources_are_told_the_latest_to_end_first() {
    Mark soon = until(SOON);
    Mark later = until(LATER);
    note(soon, later);

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(later, soon);
  }

  @Test
  void a_source_counts_until_its_time() {
    Mark mark = until(SOON);
    note(mark);

    assertThat(taints().of(HERE, grant, SOON.minusMillis(1), MANY)).containsExactly(mark);
    assertThat(taints().of(HERE, grant, SOON, MANY)).isEmpty();
  }

  @Test
  void no_more_are_told_than_asked_for() {
    Mark later = until(LATER);
    note(until(SOON), later);

    assertThat(taints().of(HERE, grant, NOW, 1)).containsExactly(later);
  }

  @Test
  void a_source_noted_again_for_longer_stays_for_longer() {
    Mark mark = until(SOON);
    Mark longer = again(mark, LATER);
    note(mark);
    note(longer);

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(longer);
  }

  @Test
  void a_source_noted_again_for_less_stays_as_it_was() {
    Mark mark = until(LATER);
    note(mark);
    note(again(mark, SOON), again(mark, LATER));

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(mark);
  }

  @Test
  void a_source_noted_twice_at_once_stays_for_the_longer_time() {
    Mark mark = until(SOON);
    Mark longer = again(mark, LATER);
    note(mark, longer, mark);

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(longer);
  }

  @Test
  void of_racing_notes_of_one_source_the_longest_wins() throws Exception {
    Pseudonym source = Fresh.pseudonym();
    List<Mark> marks =
        IntStream.range(0, RACERS)
            .mapToObj(number -> new Mark(source, Fresh.sealed(), SOON.plusSeconds(number)))
            .toList();
    Race.of(
        RACERS,
        number -> {
          note(marks.get(number));
          return number;
        });

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(marks.getLast());
  }

  @Test
  void racing_notes_of_the_same_sources_in_different_order_all_stay() throws Exception {
    List<Mark> marks = Stream.generate(() -> until(SOON)).limit(20).toList();
    Race.of(
        RACERS,
        number -> {
          taints().note(HERE, grant, number % 2 == 0 ? marks : marks.reversed());
          return number;
        });

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactlyInAnyOrderElementsOf(marks);
  }

  @Test
  void each_grant_has_read_what_it_has_read() {
    note(until(SOON));

    assertThat(taints().of(HERE, Fresh.grant(), NOW, MANY)).isEmpty();
  }

  @Test
  void another_organization_sees_nothing_of_it_and_changes_nothing() {
    Mark mark = until(SOON);
    note(mark);
    taints().note(THERE, grant, List.of(again(mark, LATER)));

    assertThat(taints().of(HERE, grant, NOW, MANY)).containsExactly(mark);
    assertThat(taints().of(Fresh.scope(), grant, NOW, MANY)).isEmpty();
  }

  private void note(Mark... marks) {
    taints().note(HERE, grant, List.of(marks));
  }

  private static Mark until(Instant until) {
    return new Mark(Fresh.pseudonym(), Fresh.sealed(), until);
  }

  private static Mark again(Mark mark, Instant until) {
    return new Mark(mark.source(), Fresh.sealed(), until);
  }
}
