package dev.sallyport.domain.plan;

import java.util.Objects;

/// How many units may be used in a day, and in a month.
public record Quota(Limit day, Limit month) {
  /// Bounds neither.
  public static final Quota NONE = new Quota(Limit.NONE, Limit.NONE);

  public Quota {
    Objects.requireNonNull(day);
    Objects.requireNonNull(month);
  }

  public static Quota daily(long units) {
    return new Quota(Limit.of(units), Limit.NONE);
  }
}
