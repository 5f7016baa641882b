package dev.sallyport.domain.plan;

/// How much of something is allowed, if it is bounded at all.
public record Limit(long most) {
  /// Bounds nothing.
  public static final Limit NONE = new Limit(Long.MAX_VALUE);

  public Limit {
    if (most < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
  }

  public static Limit of(long most) {
    return new Limit(most);
  }

  public boolean isBounded() {
    return most != NONE.most;
  }
}
