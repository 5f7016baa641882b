package dev.sallyport.domain.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The taint of a grant")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaintTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final BackendId PHONE = new BackendId("phone");
  private static final Place SALES = Place.in(PHONE, new SpaceId("sales"));
  private static final Place HALL = Place.in(PHONE, new SpaceId("hall"));
  private static final Place TALK =
      Place.in(PHONE, new SpaceId("sales"), new ConversationId("talk"));
  private static final Recipient ADA = Recipient.phone("+491", "DE");
  private static final Recipient BOB = Recipient.phone("+492", "DE");
  private static final Source FROM_ADA = new Source(SALES, new Author.Outside(ADA));
  private static final Source FROM_BOB = new Source(SALES, new Author.Outside(BOB));
  private static final Source FROM_SOMEBODY = new Source(SALES, new Author.Unknown());
  private static final Source FROM_US = new Source(SALES, new Author.Inside());
  private static final Taint READ_ADA = Taint.NONE.with(FROM_ADA, LATER);

  @Test
  void is_nothing_until_somebody_outside_was_read() {
    assertThat(Taint.NONE.after(read(FROM_US), Set.of(), NOON, Duration.ofMinutes(1)))
        .isEqualTo(Taint.NONE);
    assertThat(Taint.NONE.isLive(NOON)).isFalse();
    assertThat(Taint.NONE.reachesAnother(Footprint.sendingTo(Set.of(BOB), SALES), NOON)).isFalse();
  }

  @Test
  void leaves_out_those_who_are_trusted_and_no_others() {
    assertThat(
            Taint.outside(read(FROM_US, FROM_ADA, FROM_BOB, FROM_ADA, FROM_SOMEBODY), Set.of(ADA)))
        .containsExactly(FROM_BOB, FROM_SOMEBODY);
  }

  @Test
  void remembers_each_source_for_as_long_as_it_lasts() {
    assertThat(
            Taint.NONE.after(
                read(FROM_ADA, FROM_US, FROM_BOB), Set.of(BOB), NOON, Duration.ofMinutes(1)))
        .isEqualTo(new Taint(Map.of(FROM_ADA, LATER), Instant.MIN));
  }

  @Test
  void lasts_as_long_as_the_longest_that_was_said_of_a_source() {
    assertThat(READ_ADA.with(FROM_ADA, NOON)).isEqualTo(READ_ADA);
    assertThat(READ_ADA.with(FROM_ADA, LATER.plusSeconds(1)).sources())
        .isEqualTo(Map.of(FROM_ADA, LATER.plusSeconds(1)));
  }

  @Test
  void ends_when_its_time_is_over() {
    Footprint toBob = Footprint.sendingTo(Set.of(BOB), SALES);

    assertThat(READ_ADA.isLive(LATER.minusNanos(1))).isTrue();
    assertThat(READ_ADA.reachesAnother(toBob, LATER.minusNanos(1))).isTrue();
    assertThat(READ_ADA.isLive(LATER)).isFalse();
    assertThat(READ_ADA.reachesAnother(toBob, LATER)).isFalse();
  }

  @Test
  void lets_whoever_was_read_be_answered_and_nobody_else() {
    assertThat(reaches(READ_ADA, ADA)).isFalse();
    assertThat(reaches(READ_ADA, BOB)).isTrue();
    assertThat(reaches(READ_ADA, ADA, BOB)).isTrue();
  }

  @Test
  void lets_the_very_place_be_answered_and_no_other() {
    assertThat(READ_ADA.reachesAnother(Footprint.sendingTo(SALES), NOON)).isFalse();
    assertThat(READ_ADA.reachesAnother(Footprint.sendingTo(HALL), NOON)).isTrue();
    assertThat(READ_ADA.reachesAnother(Footprint.sendingTo(TALK), NOON)).isTrue();
    assertThat(READ_ADA.reachesAnother(Footprint.readingNowhere(), NOON)).isTrue();
    assertThat(READ_ADA.reachesAnother(Footprint.reading(), NOON)).isTrue();
    assertThat(READ_ADA.reachesAnother(Footprint.reading(SALES, HALL), NOON)).isTrue();
  }

  @Test
  void lets_nobody_be_answered_by_address_once_two_were_read() {
    Taint both = READ_ADA.with(FROM_BOB, LATER);

    assertThat(reaches(both, ADA)).isTrue();
    assertThat(reaches(both, BOB)).isTrue();
    assertThat(reaches(both, ADA, BOB)).isTrue();
    assertThat(both.reachesAnother(Footprint.sendingTo(SALES), NOON)).isFalse();
  }

  @Test
  void lets_nobody_be_answered_by_address_where_nobody_knows_who_wrote() {
    assertThat(reaches(Taint.NONE.with(FROM_SOMEBODY, LATER), ADA)).isTrue();
  }

  @Test
  void counts_more_sources_than_it_remembers_as_everybody() {
    Taint full = readMany(Taint.REMEMBERED);
    Taint over = readMany(Taint.REMEMBERED + 1);

    assertThat(full.beyond()).isEqualTo(Instant.MIN);
    assertThat(full.sources()).hasSize(Taint.REMEMBERED);
    assertThat(over.sources()).isEqualTo(full.sources());
    assertThat(over.beyond()).isEqualTo(LATER);
    assertThat(full.with(source(0), LATER.plusSeconds(9)).beyond()).isEqualTo(Instant.MIN);
  }

  @Test
  void of_everybody_ends_as_well() {
    Taint unknown = Taint.NONE.withUnknown(LATER).withUnknown(NOON);

    assertThat(reaches(unknown, ADA)).isTrue();
    assertThat(unknown.isLive(LATER.minusNanos(1))).isTrue();
    assertThat(unknown.isLive(LATER)).isFalse();
    assertThat(unknown.reachesAnother(Footprint.sendingTo(SALES), LATER)).isFalse();
  }

  private static Taint readMany(int count) {
    return Taint.NONE.after(
        new Provenance(IntStream.range(0, count).mapToObj(TaintTest::source).toList()),
        Set.of(),
        NOON,
        Duration.ofMinutes(1));
  }

  private static Source source(int number) {
    return new Source(SALES, new Author.Outside(Recipient.member("m" + number)));
  }

  private static boolean reaches(Taint taint, Recipient... recipients) {
    return taint.reachesAnother(Footprint.sendingTo(Set.of(recipients), SALES), NOON);
  }

  private static Provenance read(Source... sources) {
    return new Provenance(List.of(sources));
  }
}
