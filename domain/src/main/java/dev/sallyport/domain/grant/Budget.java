package dev.sallyport.domain.grant;

/// How much may leave the organization through one grant on one day (UTC).
///
/// @param newcomers recipients this grant never sent to before: the sign of something carried off
public record Budget(int sends, int recipients, int newcomers) {
  public static final Budget UNLIMITED =
      new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public Budget {
    if (sends < 0 || recipients < 0 || newcomers < 0) {
      throw new IllegalArgumentException("a budget is never negative");
    }
  }

  public Budget tightenedBy(Budget other) {
    return new Budget(
        Math.min(sends, other.sends),
        Math.min(recipients, other.recipients),
        Math.min(newcomers, other.newcomers));
  }
}
