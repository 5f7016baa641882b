package dev.sallyport.bootstrap;

/// What a command works on cannot be had now. The message is for the operator and says what to do.
final class Away extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Away(String message) {
    super(message);
  }
}
