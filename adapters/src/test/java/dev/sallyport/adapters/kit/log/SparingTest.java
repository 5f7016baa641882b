package dev.sallyport.adapters.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What strangers can cause lines of")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparingTest {
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Sparing sparing;

  @BeforeEach
  void opens() {
    Logger log = new LoggerContext().getLogger("any");
    lines.start();
    log.addAppender(lines);
    sparing = new Sparing(log, () -> now);
  }

  @Test
  void is_noted_fifty_times_in_a_second() {
    happens(1_000);

    assertThat(noted()).hasSize(50).allMatch("it happened 7"::equals);
  }

  @Test
  void is_counted_beyond_that_and_told_with_the_next() {
    happens(1_000);
    now = now.plusSeconds(1);
    happens(1);

    assertThat(noted().subList(50, 52))
        .containsExactly("950 more lines like the next were left out", "it happened 7");
  }

  private void happens(int times) {
    IntStream.range(0, times).forEach(_ -> sparing.info("it happened {}", 7));
  }

  private List<String> noted() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
