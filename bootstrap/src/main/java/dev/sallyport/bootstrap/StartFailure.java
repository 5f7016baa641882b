package dev.sallyport.bootstrap;

/// The settings are right and the start failed all the same. The message is for the operator and
/// says what to do.
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message);
  }
}
