package dev.sallyport.domain.plan;

/// Whom a limit bounds, in the order in which limits are asked and counters are locked.
public enum Level {
  /// One API key, or one client of a person.
  KEY,
  PERSON,
  ORGANIZATION,
  /// Everybody on one plan.
  POOL
}
