package dev.sallyport.adapters.kit.log;

/// Who reads the log.
public enum LogFormat {
  /// A person at a terminal.
  TEXT,
  /// A machine: one JSON object a line.
  JSON
}
