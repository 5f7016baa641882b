package dev.sallyport.bootstrap.settings;

/// How lists spell the names of tools.
public enum ToolNaming {
  KNOWN,
  /// With underscores in the place of dots and hyphens.
  UNDERSCORE
}
