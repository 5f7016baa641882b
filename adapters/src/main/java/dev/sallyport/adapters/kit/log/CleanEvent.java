package dev.sallyport.adapters.kit.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/// What is left of an event once every text in it has passed the redactor.
///
/// Each by itself and before anything is escaped: in a finished JSON line a secret can hide behind
/// an escape, and taking it out can break the line.
record CleanEvent(
    Instant time,
    String level,
    String logger,
    String thread,
    Map<String, String> context,
    String message,
    Map<String, String> details,
    Optional<String> stack) {
  CleanEvent {
    context = Map.copyOf(context);
    details = Map.copyOf(details);
  }

  static CleanEvent of(ILoggingEvent event) {
    return new CleanEvent(
        Instant.ofEpochMilli(event.getTimeStamp()),
        event.getLevel().toString(),
        event.getLoggerName(),
        event.getThreadName(),
        cleanContext(event),
        Redactor.redact(String.valueOf(event.getFormattedMessage())),
        cleanDetails(event),
        Optional.ofNullable(event.getThrowableProxy())
            .map(thrown -> Redactor.redact(ThrowableProxyUtil.asString(thrown).stripTrailing())));
  }

  private static Map<String, String> cleanContext(ILoggingEvent event) {
    var clean = new LinkedHashMap<String, String>();
    event
        .getMDCPropertyMap()
        .forEach((name, value) -> clean.put(name, clean(name, String.valueOf(value))));
    return clean;
  }

  private static Map<String, String> cleanDetails(ILoggingEvent event) {
    var clean = new LinkedHashMap<String, String>();
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        clean.put(String.valueOf(pair.key), clean(String.valueOf(pair.key), printed(pair.value)));
      }
    }
    return clean;
  }

  private static String clean(String name, String value) {
    return SecretNames.covers(name) ? Redactor.GONE : Redactor.redact(value);
  }

  /// A value that cannot even be printed must not cost the line.
  private static String printed(@Nullable Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException e) {
      return "[unprintable: %s]".formatted(e.getClass().getSimpleName());
    }
  }
}
