package dev.sallyport.adapters.testbed;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What one class tells the log meanwhile.
public final class Lines implements AutoCloseable {
  private final Logger log;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private Lines(Logger log) {
    this.log = log;
  }

  public static Lines of(Class<?> type) {
    var lines = new Lines((Logger) LoggerFactory.getLogger(type));
    lines.lines.start();
    lines.log.addAppender(lines.lines);
    return lines;
  }

  /// Level and text of each, and what a trace begins with.
  public List<String> told() {
    return List.copyOf(lines.list).stream().map(Lines::text).toList();
  }

  @Override
  public void close() {
    log.detachAppender(lines);
  }

  private static String text(ILoggingEvent line) {
    String text = line.getLevel() + " " + line.getFormattedMessage();
    return line.getThrowableProxy() == null
        ? text
        : text + ": " + line.getThrowableProxy().getMessage();
  }
}
