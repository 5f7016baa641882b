package dev.sallyport.domain.policy;

import java.util.Objects;
import java.util.Optional;

/// A rule an operator wrote. It can refuse or ask, and has no word for letting something pass.
public record OperatorRule(
    String name, Then then, Match when, Optional<Match> unless, Reason reason) implements Rule {
  private static final String PREFIX = "policy:";

  public OperatorRule {
    Objects.requireNonNull(name);
    Objects.requireNonNull(then);
    Objects.requireNonNull(when);
    Objects.requireNonNull(unless);
    Objects.requireNonNull(reason);
  }

  @Override
  public String title() {
    return PREFIX + name;
  }

  @Override
  public Verdict verdict(ToolCall call) {
    return verdict(new CallFacts(call));
  }

  /// What cannot be told is refused: a bound that nobody measures would bound nothing.
  Verdict verdict(Facts facts) {
    return switch (applies(facts)) {
      case MISSES -> Verdict.PASSES;
      case UNKNOWN -> Reasons.figureMissing().refuses();
      case FITS ->
          switch (then) {
            case DENY -> reason.refuses();
            case ASK -> reason.asks();
          };
    };
  }

  Fit applies(Facts facts) {
    Fit excepted = unless.map(match -> match.fits(facts)).orElse(Fit.MISSES);
    return when.fits(facts).and(excepted.not());
  }

  /// What becomes of a call that the rule is about.
  public enum Then {
    DENY,
    ASK
  }
}
