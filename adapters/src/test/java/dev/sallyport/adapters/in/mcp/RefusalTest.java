package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.domain.plan.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A refusal by a limit")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "MINUTE, in a minute",
    "SECOND, in a second",
    "EXPENSIVE_MINUTE, of expensive calls in a minute",
    "CONCURRENT, at once"
  })
  void says_in_which_time_that_is_too_much(Limiter.Kind kind, String span) {
    Refusal refusal = Refusal.of(limited(kind, Optional.of(Duration.ofSeconds(7))));

    assertThat(refusal.message()).isEqualTo("This is more than the plan allows %s (5).", span);
    assertThat(refusal.json().path("retryAfterSeconds").intValue()).isEqualTo(7);
  }

  @Test
  void says_that_waiting_does_not_help_where_one_call_is_too_much() {
    Refusal refusal = Refusal.of(limited(Limiter.Kind.MINUTE, Optional.empty()));

    assertThat(refusal.message())
        .isEqualTo("This one call is more than the plan ever allows in a minute (5).");
    assertThat(refusal.json().has("retryAfterSeconds")).isFalse();
  }

  private static Outcome.Limited limited(Limiter.Kind kind, Optional<Duration> retryAfter) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Outcome.Limited(new Standing(name, Level.KEY, 5, 0, Duration.ZERO), retryAfter);
  }
}
