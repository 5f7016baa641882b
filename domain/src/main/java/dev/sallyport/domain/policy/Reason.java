package dev.sallyport.domain.policy;

import java.util.Objects;

/// Why a rule did not let a call pass as it came.
///
/// @param code one word for programs
/// @param sentence one sentence for people and models; it tells nothing of what lies outside a
///   grant
/// @param remedy what can be done about it
public record Reason(String code, String sentence, String remedy) {
  public Reason {
    Objects.requireNonNull(code);
    Objects.requireNonNull(sentence);
    Objects.requireNonNull(remedy);
  }

  public Verdict refuses() {
    return new Verdict.Refuses(this);
  }

  public Verdict asks() {
    return new Verdict.Asks(this);
  }

  public Verdict warns() {
    return new Verdict.Warns(this);
  }
}
