package dev.sallyport.domain.policy;

import java.util.Objects;

/// A rule by its name, and what it said.
public record Judgement(String rule, Verdict verdict) {
  public Judgement {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(verdict);
  }
}
