package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.policy.OperatorRule.Then;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rule of an operator")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorRuleTest {
  private static final Match SENDS = MatchTest.effects(Effect.SEND);

  @Test
  void refuses_what_it_is_about_with_its_own_reason() {
    assertThat(OperatorRules.deny("no-sends", SENDS).verdict(StatedCall.sending()))
        .isEqualTo(OperatorRules.REASON.refuses());
  }

  @Test
  void asks_where_it_was_written_to_ask() {
    assertThat(OperatorRules.ask("ask-sends", SENDS).verdict(StatedCall.sending()))
        .isEqualTo(OperatorRules.REASON.asks());
  }

  @Test
  void passes_what_it_is_not_about() {
    assertThat(
            OperatorRules.deny("no-reads", MatchTest.effects(Effect.READ))
                .verdict(StatedCall.sending()))
        .isEqualTo(Verdict.PASSES);
  }

  @Test
  void passes_what_it_excepts() {
    assertThat(
            OperatorRules.deny("no-sends", SENDS, MatchTest.roles(Role.MEMBER))
                .verdict(StatedCall.sending()))
        .isEqualTo(Verdict.PASSES);
  }

  @Test
  void refuses_what_it_does_not_except() {
    assertThat(
            OperatorRules.deny("no-sends", SENDS, MatchTest.roles(Role.OWNER))
                .verdict(StatedCall.sending()))
        .isEqualTo(OperatorRules.REASON.refuses());
  }

  @Test
  void excuses_a_call_that_touches_nothing_but_the_spaces_it_excepts() {
    OperatorRule rule = OperatorRules.deny("no-sends", SENDS, MatchTest.spaces("legal", "press"));

    assertThat(rule.verdict(StatedCall.touching("legal"))).isEqualTo(Verdict.PASSES);
  }

  @Test
  void does_not_excuse_a_call_that_touches_another_space_besides() {
    OperatorRule rule = OperatorRules.deny("no-sends", SENDS, MatchTest.spaces("legal"));

    assertThat(rule.verdict(StatedCall.touching("legal", "sales")))
        .isEqualTo(OperatorRules.REASON.refuses());
  }

  @Test
  void refuses_over_a_figure_that_nobody_declares_even_if_it_only_asks() {
    assertThat(
            OperatorRules.ask("few-pages", MatchTest.over("pages", 3))
                .verdict(StatedCall.sending()))
        .isEqualTo(Reasons.figureMissing().refuses());
  }

  @Test
  void refuses_if_it_cannot_tell_whether_the_call_is_excepted() {
    assertThat(
            OperatorRules.deny("no-sends", SENDS, MatchTest.over("pages", 3))
                .verdict(StatedCall.sending()))
        .isEqualTo(Reasons.figureMissing().refuses());
  }

  @Test
  void has_no_word_for_letting_something_pass() {
    assertThat(Then.values()).containsExactly(Then.DENY, Then.ASK);
  }

  @Test
  void is_told_from_the_standing_ones_by_its_title() {
    assertThat(OperatorRules.deny("no-sends", SENDS).title()).isEqualTo("policy:no-sends");
    assertThat(Policy.STANDING.titles()).noneMatch(it -> it.startsWith(OperatorRule.PREFIX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "No-sends", "no sends", "no=sends", "1st", "über"})
  void is_called_by_a_plain_name(String name) {
    assertThatThrownBy(() -> OperatorRules.deny(name, SENDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a rule's name");
  }
}
