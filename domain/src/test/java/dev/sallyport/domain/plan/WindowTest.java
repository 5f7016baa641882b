package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A window of the calendar")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WindowTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00:00Z, 2026-11-20",
    "2026-11-20T23:59:59.999999999Z, 2026-11-20",
    "2026-11-21T00:00:00Z, 2026-11-21"
  })
  void is_the_day_that_it_is_in_UTC(Instant at, LocalDate day) {
    assertThat(Window.dayOf(at)).isEqualTo(new Window(Window.Span.DAY, day, day.plusDays(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T12:00:00Z, 1, 2026-11-01, 2026-12-01",
    "2026-11-20T12:00:00Z, 20, 2026-11-20, 2026-12-20",
    "2026-11-19T23:59:59Z, 20, 2026-10-20, 2026-11-20",
    "2027-02-28T00:00:00Z, 31, 2027-02-28, 2027-03-31",
    "2027-02-27T23:00:00Z, 31, 2027-01-31, 2027-02-28",
    "2027-01-05T00:00:00Z, 10, 2026-12-10, 2027-01-10"
  })
  void is_the_month_that_the_subscription_renews_by(
      Instant at, int day, LocalDate starts, LocalDate ends) {
    assertThat(Window.monthOf(at, day)).isEqualTo(new Window(Window.Span.MONTH, starts, ends));
  }

  @Test
  void says_when_its_quota_is_whole_again() {
    assertThat(Window.dayOf(Instant.parse("2026-12-31T23:00:00Z")).resetsAt())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void needs_a_day_that_some_month_has() {
    assertThatThrownBy(() -> Window.monthOf(Instant.EPOCH, 32))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
