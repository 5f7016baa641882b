package dev.sallyport.adapters.out.jdbc;

/// Takes down what was measured.
@FunctionalInterface
public interface Figures {
  /// Takes one figure; the aim is what it should be at least, empty where nobody said.
  void take(String what, String figure, String aim);
}
