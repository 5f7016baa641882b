package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.policy.Verdict.Asks;
import dev.sallyport.domain.policy.Verdict.Passes;
import dev.sallyport.domain.policy.Verdict.Refuses;
import dev.sallyport.domain.policy.Verdict.Warns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("In every situation")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTableTest {
  private static final int SAMPLE = 200_000;

  @Test
  @Tag("exhaustive")
  void the_policy_says_what_the_plan_of_the_house_says() {
    var survey = new Survey();
    PolicySpace.CALLERS.all().forEach(survey::ask);
    PolicySpace.FOOTPRINTS.all().forEach(survey::ask);
    PolicySpace.WHOLE.some(SAMPLE).forEach(survey::ask);

    assertThat(survey.differences).isEmpty();
    assertThat(survey.asked).isEqualTo(516_096 + 1_032_192 + SAMPLE);
    assertThat(survey.neverPassed).isEmpty();
    assertThat(survey.said).containsExactlyInAnyOrderElementsOf(ALL_THAT_IS_NOT_A_PASS);
    assertThat(survey.decidedAlone).containsExactlyInAnyOrderElementsOf(ALL_THAT_DECIDES_ALONE);
  }

  @Test
  void from_a_sample_the_policy_says_what_the_plan_of_the_house_says() {
    var survey = new Survey();
    PolicySpace.CALLERS.some(2_000).forEach(survey::ask);
    PolicySpace.FOOTPRINTS.some(4_000).forEach(survey::ask);
    PolicySpace.WHOLE.some(2_000).forEach(survey::ask);

    assertThat(survey.differences).isEmpty();
    assertThat(survey.neverPassed).isEmpty();
    assertThat(survey.said).containsExactlyInAnyOrderElementsOf(ALL_THAT_IS_NOT_A_PASS);
  }

  private static final List<String> ALL_THAT_IS_NOT_A_PASS =
      List.of(
          "account-is-linked refuses account_missing",
          "account-is-linked refuses account_stale",
          "backend-is-reached refuses backend_not_reached",
          "budget-holds refuses newcomers_spent",
          "budget-holds refuses recipients_spent",
          "budget-holds refuses sends_spent",
          "client-is-offered-tool refuses tool_not_offered",
          "effect-is-declared refuses effect_undeclared",
          "grant-is-live refuses grant_expired",
          "grant-is-live refuses grant_revoked",
          "narrowing-allows-effect refuses narrowed_to_reading",
          "narrowing-keeps-places refuses place_narrowed",
          "narrowing-keeps-recipients refuses recipient_narrowed",
          "person-belongs refuses not_a_member",
          "person-belongs refuses organization_suspended",
          "person-belongs refuses person_suspended",
          "places-are-named refuses places_unnamed",
          "places-are-of-the-backend refuses place_elsewhere",
          "plan-includes-tool asks plan_asks",
          "plan-includes-tool refuses plan_lacks_tool",
          "private-places-are-allowed refuses private_not_allowed",
          "role-allows-effect refuses role_forbids",
          "scope-covers-tool refuses scope_missing",
          "spaces-are-allowed refuses space_not_allowed",
          "taint-stays-home asks tainted_send",
          "taint-stays-home warns tainted_send");

  // somebody apart has no role either, and a place elsewhere was never ticked: two rules each
  private static final List<String> ALL_THAT_DECIDES_ALONE =
      List.of(
          "allow",
          "ask: plan-includes-tool asks plan_asks",
          "ask: taint-stays-home asks tainted_send",
          "deny: account-is-linked refuses account_missing",
          "deny: account-is-linked refuses account_stale",
          "deny: budget-holds refuses newcomers_spent",
          "deny: budget-holds refuses recipients_spent",
          "deny: budget-holds refuses sends_spent",
          "deny: client-is-offered-tool refuses tool_not_offered",
          "deny: effect-is-declared refuses effect_undeclared",
          "deny: grant-is-live refuses grant_expired",
          "deny: grant-is-live refuses grant_revoked",
          "deny: narrowing-allows-effect refuses narrowed_to_reading",
          "deny: narrowing-keeps-places refuses place_narrowed",
          "deny: narrowing-keeps-recipients refuses recipient_narrowed",
          "deny: places-are-named refuses places_unnamed",
          "deny: plan-includes-tool refuses plan_lacks_tool",
          "deny: private-places-are-allowed refuses private_not_allowed",
          "deny: role-allows-effect refuses role_forbids",
          "deny: scope-covers-tool refuses scope_missing",
          "deny: spaces-are-allowed refuses space_not_allowed");

  static List<String> notes(Decision decision) {
    var notes = new ArrayList<String>(decision.notes().size());
    for (Judgement note : decision.notes()) {
      notes.add(
          switch (note.verdict()) {
            case Passes _ -> note.rule() + " passes";
            case Warns(Reason reason) -> note.rule() + " warns " + reason.code();
            case Asks(Reason reason) -> note.rule() + " asks " + reason.code();
            case Refuses(Reason reason) -> note.rule() + " refuses " + reason.code();
          });
    }
    return notes;
  }

  static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> "allow";
      case Decision.Ask(String rule, Reason reason, _) -> "ask: " + rule + " asks " + reason.code();
      case Decision.Deny(String rule, Reason reason, _) ->
          "deny: " + rule + " refuses " + reason.code();
    };
  }

  /// Asks the policy and the naive one, and keeps what was said.
  private static final class Survey {
    private static final int ENOUGH = 5;
    private static final Set<String> CALLER_RULES =
        Set.copyOf(Policy.STANDING.titles().subList(0, CallerRule.values().length));

    private final List<String> differences = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> decidedAlone = new HashSet<>();
    private final List<String> neverPassed = new ArrayList<>(Policy.STANDING.titles());
    private int asked;

    void ask(Situation it) {
      asked++;
      ToolCall call = it.call();
      Decision decided = Policy.STANDING.decide(call);
      List<String> notes = notes(decided);
      compare(it, decided, notes);
      compareScreen(it, call.request(), decided);
      said.addAll(notes);
      neverPassed.removeIf(rule -> notes.stream().noneMatch(note -> note.startsWith(rule + " ")));
      if (notes.size() == 1) {
        decidedAlone.add(outcome(decided));
      }
    }

    private void compare(Situation it, Decision decided, List<String> notes) {
      List<String> expected = NaivePolicy.notes(it);
      String outcome = NaivePolicy.outcome(expected, it.approved());
      if (!notes.equals(expected) || !outcome(decided).equals(outcome)) {
        note("%s: %s, not %s %s".formatted(it, decided, outcome, expected));
      }
    }

    private void compareScreen(Situation it, Request request, Decision decided) {
      Optional<String> screened = Policy.STANDING.screen(request).map(PolicyTableTest::outcome);
      Optional<String> expected =
          decided.decider().filter(CALLER_RULES::contains).isPresent()
                  && decided instanceof Decision.Deny
              ? Optional.of(outcome(decided))
              : Optional.empty();
      if (!screened.equals(expected)) {
        note("%s: screened as %s, not %s".formatted(it, screened, expected));
      }
    }

    private void note(String difference) {
      if (differences.size() < ENOUGH) {
        differences.add(difference);
      }
    }
  }
}
