package dev.sallyport.application;

/// Something the house leans on is there and refused what was asked of it, and would again: a bug,
/// or it was changed by other hands.
public final class Refused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /// @param what what was refused, in words that may be told and logged
  public Refused(String what) {
    super(what);
  }
}
