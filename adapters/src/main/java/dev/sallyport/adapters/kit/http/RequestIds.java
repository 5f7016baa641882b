package dev.sallyport.adapters.kit.http;

/// Makes names for requests that came without one.
@FunctionalInterface
public interface RequestIds {
  /// New each time, of letters and digits only.
  String next();
}
