package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Recorded.Replay;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.tool.Effect;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A recorded decision")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedTest {
  private static final Reason SPENT = new Reason("sends_spent", "Recorded.", "");
  private static final Judgement STANDING_DENY = new Judgement("budget-holds", SPENT.refuses());
  private static final Judgement STANDING_ASK = new Judgement("taint-stays-home", SPENT.asks());
  private static final PolicyFile HARMLESS =
      OperatorRules.file(OperatorRules.deny("no-reads", MatchTest.effects(Effect.READ)));
  private static final PolicyFile NO_SENDS =
      OperatorRules.file(OperatorRules.deny("no-sends", MatchTest.effects(Effect.SEND)));
  private static final PolicyFile ABOUT_SPACES =
      OperatorRules.file(OperatorRules.ask("legal", MatchTest.spaces("legal")));

  @Test
  void that_a_standing_rule_denied_stays_denied_by_it() {
    assertThat(recorded(STANDING_DENY).under(NO_SENDS))
        .isInstanceOfSatisfying(
            Replay.Decided.class,
            replay -> assertThat(replay.decision().decider()).contains("budget-holds"));
  }

  @Test
  void is_allowed_again_if_nothing_stands_against_it() {
    assertThat(recorded().under(HARMLESS))
        .isEqualTo(new Replay.Decided(new Decision.Allow(List.of())));
  }

  @Test
  void is_denied_under_a_policy_that_refuses_it() {
    assertThat(recorded().under(NO_SENDS))
        .isInstanceOfSatisfying(
            Replay.Decided.class,
            replay -> assertThat(replay.decision().decider()).contains("policy:no-sends"));
  }

  @Test
  void that_was_asked_and_approved_is_allowed_again() {
    assertThat(
            outcome(
                new Recorded(
                    StatedCall.sending(), List.of(STANDING_ASK), Approval.GIVEN, Outcome.ALLOW),
                HARMLESS))
        .isEqualTo(Outcome.ALLOW);
  }

  @Test
  void that_was_asked_is_asked_again() {
    assertThat(outcome(recorded(STANDING_ASK), HARMLESS)).isEqualTo(Outcome.ASK);
  }

  @Test
  void cannot_be_decided_by_a_rule_about_spaces_that_were_too_many_to_keep() {
    assertThat(tooMany().under(ABOUT_SPACES)).isEqualTo(new Replay.Undecidable("policy:legal"));
  }

  @Test
  void is_denied_all_the_same_if_another_rule_refuses_it() {
    PolicyFile both =
        OperatorRules.file(ABOUT_SPACES.rules().getFirst(), NO_SENDS.rules().getFirst());

    assertThat(outcome(tooMany(), both)).isEqualTo(Outcome.DENY);
  }

  @Test
  void is_denied_over_a_figure_it_never_declared_as_the_call_itself_would_be() {
    PolicyFile pages = OperatorRules.file(OperatorRules.ask("pages", MatchTest.over("pages", 3)));

    assertThat(recorded().under(pages))
        .isInstanceOfSatisfying(
            Replay.Decided.class,
            replay ->
                assertThat(replay.decision())
                    .isInstanceOfSatisfying(
                        Decision.Deny.class,
                        deny -> assertThat(deny.reason()).isEqualTo(Reasons.figureMissing())));
  }

  @Test
  void is_denied_over_a_missing_figure_though_its_spaces_were_too_many() {
    PolicyFile pages = OperatorRules.file(OperatorRules.ask("pages", MatchTest.over("pages", 3)));

    assertThat(outcome(tooMany(), pages)).isEqualTo(Outcome.DENY);
  }

  @Test
  void cannot_be_decided_where_it_may_be_excepted_for_spaces_that_were_too_many() {
    PolicyFile unlessLegal =
        OperatorRules.file(
            OperatorRules.deny(
                "no-sends", MatchTest.effects(Effect.SEND), MatchTest.spaces("legal")));

    assertThat(tooMany().under(unlessLegal)).isEqualTo(new Replay.Undecidable("policy:no-sends"));
  }

  @Test
  void is_decided_where_an_exception_asks_for_no_space() {
    PolicyFile unlessPages =
        OperatorRules.file(
            OperatorRules.deny(
                "no-sends", MatchTest.effects(Effect.SEND), MatchTest.over("pages", 3)));

    assertThat(outcome(tooMany(), unlessPages)).isEqualTo(Outcome.DENY);
  }

  private static Outcome outcome(Recorded recorded, PolicyFile policy) {
    return Outcome.of(((Replay.Decided) recorded.under(policy)).decision());
  }

  private static Recorded recorded(Judgement... standing) {
    return new Recorded(StatedCall.sending(), List.of(standing), Approval.NONE, Outcome.ALLOW);
  }

  private static Recorded tooMany() {
    return new Recorded(StatedCall.touchingTooMany(), List.of(), Approval.NONE, Outcome.ALLOW);
  }
}
