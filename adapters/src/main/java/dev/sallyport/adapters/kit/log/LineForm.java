package dev.sallyport.adapters.kit.log;

import ch.qos.logback.classic.spi.ILoggingEvent;

/// How an event becomes a line. The line is redacted after this, whoever wrote it.
sealed interface LineForm permits TextLine, JsonLine {
  /// Without the line's end.
  String write(ILoggingEvent event);
}
