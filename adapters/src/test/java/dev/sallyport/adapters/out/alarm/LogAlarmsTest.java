package dev.sallyport.adapters.out.alarm;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.AlarmsContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.slf4j.LoggerFactory;

@DisplayName("In the log,")
class LogAlarmsTest extends AlarmsContract {
  private final Logger log = (Logger) LoggerFactory.getLogger(LogAlarms.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
  }

  @Override
  protected Alarms alarms() {
    return new LogAlarms();
  }

  @Override
  protected List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
