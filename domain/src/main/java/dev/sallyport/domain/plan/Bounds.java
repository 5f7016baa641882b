package dev.sallyport.domain.plan;

import java.util.Objects;

/// What one person, or one organization as a whole, is held to.
///
/// @param concurrent how many calls may be under way at once
public record Bounds(Quota quota, Limit minute, Limit concurrent) {
  public static final Bounds NONE = new Bounds(Quota.NONE, Limit.NONE, Limit.NONE);

  public Bounds {
    Objects.requireNonNull(quota);
    Objects.requireNonNull(minute);
    Objects.requireNonNull(concurrent);
  }
}
