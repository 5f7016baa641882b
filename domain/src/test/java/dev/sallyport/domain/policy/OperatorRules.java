package dev.sallyport.domain.policy;

import dev.sallyport.domain.policy.OperatorRule.Then;
import java.util.List;
import java.util.Optional;

/// Rules and files of an operator, as tests want them.
final class OperatorRules {
  static final Reason REASON = new Reason("house_rule", "The house rule says so.", "Ask.");

  private OperatorRules() {}

  static OperatorRule deny(String name, Match when) {
    return new OperatorRule(name, Then.DENY, when, Optional.empty(), REASON, 7);
  }

  static OperatorRule ask(String name, Match when) {
    return new OperatorRule(name, Then.ASK, when, Optional.empty(), REASON, 9);
  }

  static OperatorRule ask(String name, Match when, Match unless) {
    return new OperatorRule(name, Then.ASK, when, Optional.of(unless), REASON, 9);
  }

  static OperatorRule deny(String name, Match when, Match unless) {
    return new OperatorRule(name, Then.DENY, when, Optional.of(unless), REASON, 7);
  }

  static PolicyFile file(OperatorRule... rules) {
    return new PolicyFile("sha256:0123456789abcdef", List.of(rules), List.of());
  }
}
