package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("Of what the sealer passes over, the log")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PassedOverTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(PassedOver.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final PassedOver passedOver = new PassedOver();

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
  void tells_each_entry_once() {
    passedOver.tell(lost(1));
    passedOver.tell(lost(2));
    passedOver.tell(lost(1));

    assertThat(told())
        .satisfiesExactly(
            line -> assertThat(line).contains(lost(1).told()),
            line -> assertThat(line).contains(lost(2).told()));
  }

  @Test
  void tells_a_few_and_then_that_there_are_more() {
    for (int entry = 1; entry <= 20; entry++) {
      passedOver.tell(lost(entry));
    }

    assertThat(told()).hasSize(6).last().asString().contains("more");
  }

  private static Fault lost(int entry) {
    return new Fault.Lost(new EntryId("%032x".formatted(entry)));
  }

  private List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
