package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("Of an outage, the log")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutagesTest {
  private static final String UNREACHABLE =
      "The database was away: it cannot be reached (SQLSTATE 08001)";
  private static final String FULL =
      "The database was away: it is out of connections or space (SQLSTATE 53300)";

  private final Logger log = (Logger) LoggerFactory.getLogger(Outages.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final Outages outages = new Outages(clock);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
  }

  @Test
  void tells_why_and_nothing_of_what_the_driver_said() {
    askOf("08001");

    assertThat(told()).containsExactly(UNREACHABLE);
  }

  @Test
  void tells_each_kind_once_a_minute() {
    askOf("08001");
    askOf("53300");
    clock.passes(Duration.ofSeconds(59));
    askOf("08001");
    clock.passes(Duration.ofSeconds(1));
    askOf("08001");

    assertThat(told()).containsExactly(UNREACHABLE, FULL, UNREACHABLE);
  }

  @Test
  void is_not_silenced_by_a_clock_that_is_set_back() {
    askOf("08001");
    clock.passes(Duration.ofHours(-1));
    askOf("08001");

    assertThat(told()).containsExactly(UNREACHABLE, UNREACHABLE);
  }

  @Test
  void tells_nothing_of_what_else_was_away() {
    outages.tell(new Unavailable("the change channel", new IllegalStateException("silence")));

    assertThat(told()).isEmpty();
  }

  private void askOf(String state) {
    var transactions =
        new Transactions(
            () -> {
              throw new SQLException("ada@example.com was refused", state);
            },
            Roles.NONE,
            outages);
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> transactions.inSystem(_ -> "never asked"));
  }

  private List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
