package dev.sallyport.domain.taint;

/// What an organization wants done when a tainted grant sends to somebody else.
public enum TaintMode {
  /// The person is asked first.
  ASK,
  /// The call passes, and says what was noticed.
  WARN
}
