package dev.sallyport.application;

/// Something that was stored cannot be read any more: it was tampered with, or its disk is failing.
public final class Damaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what what was read, in words that may be told and logged
  public Damaged(String what, Throwable cause) {
    super(what, cause);
  }
}
