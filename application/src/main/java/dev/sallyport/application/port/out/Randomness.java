package dev.sallyport.application.port.out;

/// Bytes that nobody can guess.
public interface Randomness {
  /// Must be as many as asked for, new each time, and from a source fit for keys.
  byte[] bytes(int count);
}
