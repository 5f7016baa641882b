package dev.sallyport.bootstrap.settings;

/// How strict the house is about where it runs.
public enum Mode {
  /// On one's own machine: everything is made up that is not set.
  DEVELOPMENT,
  /// For a team: nothing is made up, and what is unsafe is refused.
  PRODUCTION
}
