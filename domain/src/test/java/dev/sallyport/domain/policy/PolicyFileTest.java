package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Miss;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.tool.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A policy file")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyFileTest {
  private static final OperatorRule ASKS =
      OperatorRules.ask("ask-sends", MatchTest.effects(Effect.SEND));
  private static final OperatorRule DENIES =
      OperatorRules.deny("no-crowds", MatchTest.over("recipients", 1));

  @Test
  void misses_nothing_if_every_test_comes_out_as_it_says() {
    assertThat(file(expecting(Outcome.DENY, Optional.of("policy:no-crowds"))).misses()).isEmpty();
  }

  @Test
  void misses_a_test_that_comes_out_otherwise_and_says_how() {
    Example test = expecting(Outcome.ALLOW, Optional.empty());
    PolicyFile file = file(test);

    assertThat(file.misses()).containsExactly(new Miss(test, file.onItsOwn(StatedCall.sending())));
  }

  @Test
  void misses_a_test_that_another_rule_decides() {
    assertThat(file(expecting(Outcome.DENY, Optional.of("policy:ask-sends"))).misses()).hasSize(1);
  }

  @Test
  void denies_rather_than_asks_whatever_stands_first() {
    assertThat(file().onItsOwn(StatedCall.sending()))
        .isEqualTo(
            new Decision.Deny(
                "policy:no-crowds",
                OperatorRules.REASON,
                List.of(
                    new Judgement("policy:ask-sends", OperatorRules.REASON.asks()),
                    new Judgement("policy:no-crowds", OperatorRules.REASON.refuses()))));
  }

  @Test
  void explains_each_rule_also_where_it_passes() {
    PolicyFile file =
        OperatorRules.file(ASKS, OperatorRules.deny("no-reads", MatchTest.effects(Effect.READ)));

    assertThat(file.explain(StatedCall.sending()))
        .containsExactly(
            new Judgement("policy:ask-sends", OperatorRules.REASON.asks()),
            new Judgement("policy:no-reads", Verdict.PASSES));
  }

  @Test
  void finds_the_rule_that_a_decision_names() {
    assertThat(file().rule("policy:no-crowds")).contains(DENIES);
    assertThat(file().rule("grant-is-live")).isEmpty();
  }

  @Test
  void comes_on_top_of_every_standing_rule() {
    assertThat(file().policy().titles())
        .startsWith(Policy.STANDING.titles().toArray(String[]::new))
        .endsWith("policy:ask-sends", "policy:no-crowds")
        .hasSize(Policy.STANDING.titles().size() + 2);
    assertThat(file().policy().version()).isEqualTo(file().version());
  }

  private static PolicyFile file(Example... tests) {
    return new PolicyFile("sha256:0123456789abcdef", List.of(ASKS, DENIES), List.of(tests));
  }

  private static Example expecting(Outcome outcome, Optional<String> rule) {
    return new Example("a test", StatedCall.sending(), outcome, rule, 20);
  }
}
