package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.domain.plan.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Headers of limits")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitHeadersTest {
  private static final Standing USED_UP =
      new Standing("minute", Level.PERSON, 6, 0, Duration.ofSeconds(60));

  @Test
  void tell_when_all_of_it_is_there_again() {
    assertThat(LimitHeaders.of(List.of(USED_UP), null))
        .isEqualTo(
            Map.of(
                "RateLimit-Policy",
                "\"person-minute\";q=6;w=60",
                "RateLimit",
                "\"person-minute\";r=0;t=60"));
  }

  @Test
  void tell_who_was_refused_no_later_time_than_when_to_come_again() {
    assertThat(LimitHeaders.of(List.of(USED_UP), Duration.ofSeconds(10)))
        .containsEntry("Retry-After", "10")
        .containsEntry("RateLimit", "\"person-minute\";r=0;t=10");
  }

  @Test
  void say_that_an_unused_limit_is_whole_already() {
    var unused = new Standing("minute", Level.PERSON, 6, 6, Duration.ZERO);

    assertThat(LimitHeaders.of(List.of(unused), null))
        .containsEntry("RateLimit", "\"person-minute\";r=6;t=0");
  }

  @Test
  void are_none_where_nothing_is_known() {
    assertThat(LimitHeaders.of(List.of(), null)).isEmpty();
  }
}
