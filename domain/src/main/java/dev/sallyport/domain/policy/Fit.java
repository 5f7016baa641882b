package dev.sallyport.domain.policy;

/// Whether a condition holds for a call.
public enum Fit {
  FITS,
  MISSES,
  /// What the condition asks about is not known of this call.
  UNKNOWN;

  static Fit of(boolean fits) {
    return fits ? FITS : MISSES;
  }

  /// Both: one miss is enough to miss.
  Fit and(Fit other) {
    if (this == MISSES || other == MISSES) {
      return MISSES;
    }
    return this == UNKNOWN ? UNKNOWN : other;
  }

  Fit not() {
    return switch (this) {
      case FITS -> MISSES;
      case MISSES -> FITS;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
