package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Hours")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HoursTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-05T08:59:59Z, false",
    "2026-01-05T09:00:00Z, true",
    "2026-01-05T16:59:59Z, true",
    "2026-01-05T17:00:00Z, false"
  })
  void begin_with_their_first_moment_and_end_before_their_last(Instant at, boolean included) {
    assertThat(hours("09:00", "17:00", "UTC").include(at)).isEqualTo(included);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-09T21:59:00Z, false",
    "2026-01-09T22:00:00Z, true",
    "2026-01-10T05:59:00Z, true",
    "2026-01-10T06:00:00Z, false",
    "2026-01-10T22:00:00Z, false",
    "2026-01-09T05:00:00Z, false"
  })
  void that_go_past_midnight_belong_to_the_day_they_began(Instant at, boolean included) {
    assertThat(hours("22:00", "06:00", "UTC", DayOfWeek.FRIDAY).include(at)).isEqualTo(included);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-04T23:59:00Z, false",
    "2026-01-05T00:00:00Z, true",
    "2026-01-05T23:59:00Z, true",
    "2026-01-06T00:00:00Z, false"
  })
  void that_end_when_they_begin_are_the_whole_day(Instant at, boolean included) {
    assertThat(hours("00:00", "00:00", "UTC", DayOfWeek.MONDAY).include(at)).isEqualTo(included);
  }

  @Test
  void that_end_at_midnight_do_not_reach_into_the_next_day() {
    Hours evening = hours("22:00", "00:00", "UTC", DayOfWeek.MONDAY);

    assertThat(evening.include(Instant.parse("2026-01-05T23:59:59Z"))).isTrue();
    assertThat(evening.include(Instant.parse("2026-01-06T00:00:00Z"))).isFalse();
  }

  @Test
  void are_those_of_their_zone_and_so_is_the_day() {
    Hours inKiritimati = hours("00:00", "01:00", "Pacific/Kiritimati", DayOfWeek.TUESDAY);

    assertThat(inKiritimati.include(Instant.parse("2026-01-05T10:30:00Z"))).isTrue();
    assertThat(inKiritimati.include(Instant.parse("2026-01-06T00:30:00Z"))).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-05T07:30:00Z, false",
    "2026-01-05T08:30:00Z, true",
    "2026-07-06T07:30:00Z, true",
    "2026-07-06T16:30:00Z, false"
  })
  void move_with_summer_time(Instant at, boolean included) {
    assertThat(hours("09:00", "18:00", "Europe/Berlin").include(at)).isEqualTo(included);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-03-29T00:59:59Z, false",
    "2026-03-29T01:00:00Z, false",
    "2026-10-25T00:30:00Z, true",
    "2026-10-25T01:30:00Z, true",
    "2026-10-25T02:00:00Z, false"
  })
  void that_a_change_of_clocks_skips_never_come_and_those_it_repeats_come_twice(
      Instant at, boolean included) {
    assertThat(hours("02:00", "03:00", "Europe/Berlin").include(at)).isEqualTo(included);
  }

  private static Hours hours(String from, String to, String zone, DayOfWeek... days) {
    return new Hours(Set.of(days), LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
  }
}
