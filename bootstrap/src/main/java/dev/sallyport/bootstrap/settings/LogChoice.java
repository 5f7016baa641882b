package dev.sallyport.bootstrap.settings;

/// How log lines look.
public enum LogChoice {
  /// JSON in production, readable lines in development.
  AUTO,
  TEXT,
  JSON
}
