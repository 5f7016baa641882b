package dev.sallyport.bootstrap;

/// A house with its use cases, for a command that works on them: the one that a server runs, or one
/// that the command opened for itself.
interface OpenHouse extends AutoCloseable {
  <T> T get(Class<T> type);

  @Override
  void close();
}
