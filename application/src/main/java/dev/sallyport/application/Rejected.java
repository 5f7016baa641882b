package dev.sallyport.application;

/// Something the house leans on is there and rejected what was asked of it, and would again: a bug,
/// or it was changed by other hands.
public final class Rejected extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /// @param what what was rejected, in words that may be told and logged
  public Rejected(String what) {
    super(what);
  }
}
