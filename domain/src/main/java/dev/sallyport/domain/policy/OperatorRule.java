package dev.sallyport.domain.policy;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A rule an operator wrote. It can refuse or ask, and has no word for letting something pass.
///
/// @param line where it stands in the file it was read from
public record OperatorRule(
    String name, Then then, Match when, Optional<Match> unless, Reason reason, int line)
    implements Rule {
  /// What the title of every such rule begins with, and of no standing one.
  public static final String PREFIX = "policy:";

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  public OperatorRule {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a rule's name is a lower-case letter, then up to 63 letters, digits and hyphens");
    }
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

  /// Whether it asks which spaces a call touches.
  boolean asksForSpaces() {
    return !when.spaces().isEmpty()
        || unless.filter(match -> !match.spaces().isEmpty()).isPresent();
  }

  Fit applies(Facts facts) {
    Fit excepted = unless.map(match -> match.excuses(facts)).orElse(Fit.MISSES);
    return when.fits(facts).and(excepted.not());
  }

  /// What becomes of a call that the rule is about.
  public enum Then {
    DENY,
    ASK
  }
}
