package dev.sallyport.domain.plan;

import java.util.Objects;

/// What everybody on one plan shares, so that a rush on it leaves the other plans alone.
public record Pool(Limit second, Limit concurrent) {
  public static final Pool NONE = new Pool(Limit.NONE, Limit.NONE);

  public Pool {
    Objects.requireNonNull(second);
    Objects.requireNonNull(concurrent);
  }
}
