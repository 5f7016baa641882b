package dev.sallyport.adapters.kit.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.event.KeyValuePair;

/// A line for a person: time, level, who, what.
final class TextLine implements LineForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String write(ILoggingEvent event) {
    var line = new StringBuilder(160);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append(' ').append("%-5s".formatted(event.getLevel())).append(' ');
    // before the message: the redactor may take the rest of a line from where a header begins
    event
        .getMDCPropertyMap()
        .forEach((name, value) -> line.append(name).append('=').append(value).append(' '));
    line.append(shortName(event.getLoggerName())).append(": ");
    // a line break in what somebody sent must not start a line that looks like ours
    line.append(event.getFormattedMessage().replace('\r', ' ').replace('\n', ' '));
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.append(' ').append(pair.key).append('=').append(pair.value);
      }
    }
    if (event.getThrowableProxy() != null) {
      line.append(System.lineSeparator())
          .append(ThrowableProxyUtil.asString(event.getThrowableProxy()).stripTrailing());
    }
    return line.toString();
  }

  private static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
