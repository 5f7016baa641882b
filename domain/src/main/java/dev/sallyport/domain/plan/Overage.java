package dev.sallyport.domain.plan;

/// What becomes of a call beyond the quota. A plan allows some of these; an organization picks one.
public sealed interface Overage {
  Overage BLOCK = new Block();
  Overage SOFT = new Soft();

  /// As far as calls may go where the quota says this much.
  Limit ceiling(Limit quota);

  Kind kind();

  /// It is refused.
  record Block() implements Overage {
    @Override
    public Limit ceiling(Limit quota) {
      return quota;
    }

    @Override
    public Kind kind() {
      return Kind.BLOCK;
    }
  }

  /// It goes through with a warning, up to 110 % of the quota.
  record Soft() implements Overage {
    @Override
    public Limit ceiling(Limit quota) {
      return further(quota, quota.most() / 10);
    }

    @Override
    public Kind kind() {
      return Kind.SOFT;
    }
  }

  /// It goes through and is counted, up to so many units beyond the quota. It is not billed yet.
  record Metered(long cap) implements Overage {
    public Metered {
      if (cap < 0) {
        throw new IllegalArgumentException("a cap is not negative");
      }
    }

    @Override
    public Limit ceiling(Limit quota) {
      return further(quota, cap);
    }

    @Override
    public Kind kind() {
      return Kind.METERED;
    }
  }

  /// Which of these it is, for a plan that allows some.
  enum Kind {
    BLOCK,
    SOFT,
    METERED
  }

  private static Limit further(Limit quota, long units) {
    return quota.most() > Long.MAX_VALUE - units ? Limit.NONE : Limit.of(quota.most() + units);
  }
}
