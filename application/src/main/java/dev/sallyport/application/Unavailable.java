package dev.sallyport.application;

/// Something the house cannot do without did not answer. Doors say so as a 503 and nothing more.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what what was asked, in words that may be logged
  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
