package dev.sallyport.domain.policy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rules that say whatever a test wants, sound or not.
record SomeRules(String title, Function<ToolCall, @Nullable Verdict> saying) implements Rule {
  static final Reason REASON = new Reason("some_reason", "Some rule says so.", "Ask.");

  static Rule saying(String title, Verdict verdict) {
    return new SomeRules(title, _ -> verdict);
  }

  static Rule throwing() {
    return new SomeRules(
        "broken",
        _ -> {
          throw new ArithmeticException("no");
        });
  }

  static Rule silent() {
    return new SomeRules("silent", _ -> null);
  }

  // what others write may break its word, and that is what is tried
  @SuppressWarnings("NullAway")
  @Override
  public Verdict verdict(ToolCall call) {
    return saying.apply(call);
  }

  /// The same, knowing its answer early.
  record Soon(String title, Function<Request, @Nullable Verdict> saying) implements Rule.Early {
    static Rule.Early throwing() {
      return new Soon(
          "broken",
          _ -> {
            throw new ArithmeticException("no");
          });
    }

    static Rule.Early silent() {
      return new Soon("silent", _ -> null);
    }

    // what others write may break its word, and that is what is tried
    @SuppressWarnings("NullAway")
    @Override
    public Verdict verdict(Request request) {
      return saying.apply(request);
    }
  }
}
