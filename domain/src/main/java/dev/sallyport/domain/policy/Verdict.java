package dev.sallyport.domain.policy;

import java.util.Objects;

/// What one rule says of one call.
public sealed interface Verdict {
  Verdict PASSES = new Passes();

  /// Nothing against it.
  record Passes() implements Verdict {}

  /// It passes, and somebody should know what was noticed.
  record Warns(Reason reason) implements Verdict {
    public Warns {
      Objects.requireNonNull(reason);
    }
  }

  /// It passes once the person has approved it.
  record Asks(Reason reason) implements Verdict {
    public Asks {
      Objects.requireNonNull(reason);
    }
  }

  /// It does not pass, whatever the others say.
  record Refuses(Reason reason) implements Verdict {
    public Refuses {
      Objects.requireNonNull(reason);
    }
  }
}
