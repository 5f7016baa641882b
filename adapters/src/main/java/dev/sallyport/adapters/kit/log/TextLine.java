package dev.sallyport.adapters.kit.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A line for a person: time, level, about which request, who, what.
final class TextLine implements LineForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String write(CleanEvent event) {
    var line = new StringBuilder(160);
    TIME.formatTo(event.time(), line);
    line.append(' ').append("%-5s".formatted(event.level())).append(' ');
    event.context().forEach((name, value) -> append(line, name, value).append(' '));
    line.append(shortName(event.logger())).append(": ").append(oneLine(event.message()));
    event.details().forEach((name, value) -> append(line.append(' '), name, value));
    event.stack().ifPresent(stack -> line.append(System.lineSeparator()).append(stack));
    return line.toString();
  }

  private static StringBuilder append(StringBuilder line, String name, String value) {
    return line.append(name).append('=').append(oneLine(value));
  }

  /// A line break in what somebody sent must not start a line that looks like ours.
  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }

  private static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
