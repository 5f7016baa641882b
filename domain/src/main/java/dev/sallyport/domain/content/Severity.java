package dev.sallyport.domain.content;

/// How much a line of a tool's log matters, from the least to the most.
public enum Severity {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY
}
