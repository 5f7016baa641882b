package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.Calls.ADMIN;
import static dev.sallyport.domain.policy.Calls.CHAT;
import static dev.sallyport.domain.policy.Calls.CUSTOMER;
import static dev.sallyport.domain.policy.Calls.DINNER;
import static dev.sallyport.domain.policy.Calls.DMS;
import static dev.sallyport.domain.policy.Calls.FINANCE;
import static dev.sallyport.domain.policy.Calls.LUNCH;
import static dev.sallyport.domain.policy.Calls.PHONE;
import static dev.sallyport.domain.policy.Calls.READ;
import static dev.sallyport.domain.policy.Calls.SALES;
import static dev.sallyport.domain.policy.Calls.STRANGER;
import static dev.sallyport.domain.policy.Calls.TOMORROW;
import static dev.sallyport.domain.policy.Calls.WRITE;
import static dev.sallyport.domain.policy.Calls.YESTERDAY;
import static dev.sallyport.domain.policy.Calls.aCallThatPasses;
import static dev.sallyport.domain.policy.Calls.aReadThatPasses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.policy.Decision.Allow;
import dev.sallyport.domain.policy.Decision.Ask;
import dev.sallyport.domain.policy.Decision.Deny;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A call to a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {
  private static final Place IN_SALES = Place.in(PHONE, SALES);

  @Nested
  class Passes {
    @Test
    void when_everything_agrees() {
      assertThat(decide(aCallThatPasses())).isEqualTo(new Allow(List.of()));
      assertThat(decide(aReadThatPasses())).isEqualTo(new Allow(List.of()));
    }

    @Test
    void where_the_operator_offers_it_to_the_client() {
      assertPasses(aCallThatPasses().offered("search", "send_*"));
    }

    @Test
    void until_the_very_end_of_the_grant() {
      assertPasses(aCallThatPasses().at(TOMORROW.minusNanos(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "ADMIN", "MEMBER"})
    void for_whoever_works_here(Role role) {
      assertPasses(aCallThatPasses().by(role));
    }

    @Test
    void by_a_larger_right_than_it_needs() {
      assertPasses(aCallThatPasses().granted(ADMIN).withToken(ADMIN));
    }

    @Test
    void without_an_account_where_the_backend_needs_none() {
      assertPasses(aCallThatPasses().linked(Link.NOT_NEEDED));
    }

    @Test
    void into_a_private_conversation_whose_toggle_is_on() {
      assertPasses(aCallThatPasses().reaching(Reach.NOWHERE.and(DMS)).intoThePrivate(LUNCH));
    }

    @Test
    void within_whatever_is_reached_if_it_only_reads_and_is_bound_to_no_place() {
      assertPasses(aReadThatPasses().unplaced().touching(Footprint.readingWithinReach()));
    }

    @Test
    void touching_nothing_if_it_is_bound_to_no_place() {
      assertPasses(
          aReadThatPasses()
              .unplaced()
              .reaching(Reach.NOWHERE)
              .touching(Footprint.readingNowhere()));
    }

    @Test
    void reading_though_the_grant_was_narrowed_to_that() {
      assertPasses(aReadThatPasses().narrowed(Narrowing.toReading()));
    }

    @Test
    void into_what_narrowing_left() {
      assertPasses(
          aCallThatPasses()
              .narrowed(Narrowing.to(PHONE, Kept.spaces(SALES)))
              .narrowed(Narrowing.toRecipients("+49")));
    }

    @Test
    void with_the_last_of_the_budget() {
      assertPasses(
          aCallThatPasses().with(new Budget(3, 2, 1)).after(new Sent(2, 1, 0), new Sent(1, 1, 1)));
    }

    @Test
    void reading_though_the_budget_is_spent() {
      assertPasses(
          aReadThatPasses().with(new Budget(0, 0, 0)).after(new Sent(1, 1, 1), new Sent(1, 1, 1)));
    }

    @Test
    void as_an_answer_to_whoever_was_read() {
      assertPasses(aCallThatPasses().afterReading(CUSTOMER));
    }

    @Test
    void reading_on_after_reading_outsiders() {
      assertPasses(aReadThatPasses().afterReading(STRANGER));
    }

    private void assertPasses(Calls call) {
      assertThat(decide(call)).isEqualTo(new Allow(List.of()));
      assertThat(Policy.STANDING.screen(call.request())).isEmpty();
    }
  }

  @Nested
  class Is_refused_for_its_caller {
    @Test
    void when_the_person_has_taken_the_grant_back() {
      assertScreened(
          aCallThatPasses().revokedAt(YESTERDAY), "grant-is-live", Reasons.grantRevoked());
    }

    @Test
    void when_the_grant_has_ended() {
      assertScreened(
          aCallThatPasses().at(TOMORROW), "grant-is-live", Reasons.grantExpired(TOMORROW));
    }

    @ParameterizedTest
    @EnumSource
    void when_the_person_does_not_belong(Belonging.Apart apart) {
      assertScreened(aCallThatPasses().by(apart), "person-belongs", Reasons.apart(apart));
    }

    @Test
    void when_the_role_only_looks_on() {
      assertScreened(
          aCallThatPasses().by(Role.AUDITOR), "role-allows-effect", Reasons.roleForbids());
      assertScreened(
          aReadThatPasses().by(Role.AUDITOR), "role-allows-effect", Reasons.roleForbids());
    }

    @Test
    void when_only_reading_was_consented_to() {
      assertScreened(
          aCallThatPasses().granted(READ), "scope-covers-tool", Reasons.scopeMissing(WRITE));
    }

    @Test
    void when_its_token_is_only_for_reading() {
      assertScreened(
          aCallThatPasses().withToken(READ), "scope-covers-tool", Reasons.scopeMissing(WRITE));
    }

    @Test
    void when_the_plan_lacks_the_tool() {
      assertScreened(
          aCallThatPasses().onAPlanWhereAllIs(Entitlement.NOT_INCLUDED),
          "plan-includes-tool",
          Reasons.planLacksTool("Pro"));
    }

    @Test
    void when_nothing_of_the_backend_was_ticked() {
      assertScreened(
          aCallThatPasses().reaching(Reach.NOWHERE),
          "backend-is-reached",
          Reasons.backendNotReached());
    }

    @Test
    void when_the_operator_does_not_offer_it_to_the_client() {
      assertScreened(
          aCallThatPasses().offered("search", "messages_*"),
          "client-is-offered-tool",
          Reasons.toolNotOffered());
    }

    @ParameterizedTest
    @EnumSource(names = "READ", mode = EnumSource.Mode.EXCLUDE)
    void when_it_changes_something_and_the_grant_was_narrowed_to_reading(Effect effect) {
      assertScreened(
          aCallThatPasses().of(effect).narrowed(Narrowing.toReading()),
          "narrowing-allows-effect",
          Reasons.narrowedToReading());
    }

    @Test
    void when_no_account_is_linked() {
      assertScreened(
          aCallThatPasses().linked(Link.MISSING),
          "account-is-linked",
          Reasons.accountMissing(PHONE));
    }

    @Test
    void when_the_linked_account_no_longer_works() {
      assertScreened(
          aCallThatPasses().linked(Link.STALE), "account-is-linked", Reasons.accountStale(PHONE));
    }

    /// So that no backend is asked: what is refused here is refused whatever the call would touch.
    private void assertScreened(Calls call, String rule, Reason reason) {
      assertRefused(call, rule, reason);
      assertThat(Policy.STANDING.screen(call.request()))
          .contains(new Deny(rule, reason, List.of(new Judgement(rule, reason.refuses()))));
    }
  }

  @Nested
  class Is_refused_for_what_it_would_touch {
    @Test
    void when_it_does_something_its_tool_does_not_declare() {
      assertRefused(
          aCallThatPasses().of(Effect.WRITE), "effect-is-declared", Reasons.effectUndeclared());
      assertRefused(
          aCallThatPasses().touching(Footprint.reading(IN_SALES)),
          "effect-is-declared",
          Reasons.effectUndeclared());
    }

    @Test
    void when_it_names_no_place() {
      assertRefused(
          aReadThatPasses().touching(Footprint.reading()),
          "places-are-named",
          Reasons.placesUnnamed());
      assertRefused(aCallThatPasses().intoNoPlace(), "places-are-named", Reasons.placesUnnamed());
      assertRefused(
          aReadThatPasses().touching(Footprint.readingWithinReach()),
          "places-are-named",
          Reasons.placesUnnamed());
    }

    @Test
    void when_it_changes_something_wherever_it_can() {
      assertRefused(
          aCallThatPasses()
              .unplaced()
              .touching(
                  new Footprint(
                      Effect.SEND,
                      new Footprint.Where.WithinReach(),
                      Set.of(CUSTOMER),
                      aCallThatPasses().footprint().amounts(),
                      1)),
          "places-are-named",
          Reasons.placesUnnamed());
    }

    @Test
    void when_it_touches_another_backend() {
      assertRefused(
          aReadThatPasses().touching(Footprint.reading(IN_SALES, Place.in(CHAT, SALES))),
          "places-are-of-the-backend",
          Reasons.placeElsewhere());
    }

    @Test
    void when_the_space_was_not_ticked() {
      assertRefused(
          aCallThatPasses().into(FINANCE), "spaces-are-allowed", Reasons.spaceNotAllowed());
      assertRefused(
          aReadThatPasses().touching(Footprint.reading(IN_SALES, Place.in(PHONE, FINANCE))),
          "spaces-are-allowed",
          Reasons.spaceNotAllowed());
    }

    @Test
    void when_it_is_private_and_its_toggle_is_off() {
      assertRefused(
          aCallThatPasses().intoThePrivate(LUNCH),
          "private-places-are-allowed",
          Reasons.privateNotAllowed());
    }

    @Test
    void when_the_space_was_taken_back() {
      assertRefused(
          aCallThatPasses()
              .reaching(Reach.of(SALES, FINANCE))
              .narrowed(Narrowing.to(PHONE, Kept.spaces(FINANCE))),
          "narrowing-keeps-places",
          Reasons.placeNarrowed());
    }

    @Test
    void when_only_conversations_are_left_and_it_names_none_of_them() {
      Calls narrowed = aReadThatPasses().narrowed(Narrowing.to(PHONE, Kept.conversations(LUNCH)));
      assertThat(decide(narrowed.touching(Footprint.reading(Place.in(PHONE, SALES, LUNCH)))))
          .isEqualTo(new Allow(List.of()));
      assertRefused(narrowed, "narrowing-keeps-places", Reasons.placeNarrowed());
      assertRefused(
          narrowed.touching(Footprint.reading(Place.in(PHONE, SALES, DINNER))),
          "narrowing-keeps-places",
          Reasons.placeNarrowed());
    }

    @Test
    void when_one_of_its_recipients_was_taken_back() {
      assertRefused(
          aCallThatPasses().to(CUSTOMER, STRANGER).narrowed(Narrowing.toRecipients("+49")),
          "narrowing-keeps-recipients",
          Reasons.recipientNarrowed());
    }

    @Test
    void when_recipients_are_narrowed_and_it_goes_to_whoever_reads_there() {
      assertRefused(
          aCallThatPasses().toWhoeverReadsIn(SALES).narrowed(Narrowing.toRecipients("+49")),
          "narrowing-keeps-recipients",
          Reasons.recipientNarrowed());
    }

    @Test
    void when_the_days_sends_are_spent() {
      Calls second = aCallThatPasses().with(new Budget(1, 9, 9));
      assertRefused(
          second.after(new Sent(1, 0, 0), new Sent(1, 0, 0)),
          "budget-holds",
          Reasons.sendsSpent(1));
    }

    @Test
    void when_it_sends_more_than_was_foreseen() {
      assertRefused(
          aCallThatPasses().to(CUSTOMER, STRANGER).with(new Budget(1, 9, 9)),
          "budget-holds",
          Reasons.sendsSpent(1));
    }

    @Test
    void when_the_days_recipients_are_spent() {
      assertRefused(
          aCallThatPasses().with(new Budget(9, 2, 9)).after(new Sent(2, 2, 0), new Sent(1, 1, 0)),
          "budget-holds",
          Reasons.recipientsSpent(2));
    }

    @Test
    void when_the_days_new_recipients_are_spent() {
      assertRefused(
          aCallThatPasses().with(new Budget(9, 9, 3)).after(new Sent(3, 3, 3), new Sent(1, 1, 1)),
          "budget-holds",
          Reasons.newcomersSpent(3));
    }

    @Test
    void when_so_much_was_sent_that_counting_it_overflows() {
      assertRefused(
          aCallThatPasses()
              .with(new Budget(Integer.MAX_VALUE - 1, 9, 9))
              .after(new Sent(Integer.MAX_VALUE, 0, 0), new Sent(Integer.MAX_VALUE, 0, 0)),
          "budget-holds",
          Reasons.sendsSpent(Integer.MAX_VALUE - 1));
    }
  }

  @Nested
  class Tells_least_first {
    @Test
    void so_a_revoked_client_learns_nothing_of_spaces() {
      assertRefused(
          aCallThatPasses().revokedAt(YESTERDAY).into(FINANCE),
          "grant-is-live",
          Reasons.grantRevoked());
    }

    @Test
    void so_one_that_is_revoked_and_ended_hears_of_the_revocation() {
      assertRefused(
          aCallThatPasses().revokedAt(YESTERDAY).at(TOMORROW),
          "grant-is-live",
          Reasons.grantRevoked());
    }

    @Test
    void so_a_stranger_learns_nothing_of_the_plan() {
      assertRefused(
          aCallThatPasses()
              .by(Belonging.Apart.LEFT)
              .onAPlanWhereAllIs(Entitlement.NOT_INCLUDED)
              .linked(Link.MISSING),
          "person-belongs",
          Reasons.apart(Belonging.Apart.LEFT));
    }

    @Test
    void so_whoever_is_not_offered_a_tool_learns_nothing_of_the_right_it_takes() {
      assertRefused(
          aCallThatPasses().offered("search").granted(READ),
          "client-is-offered-tool",
          Reasons.toolNotOffered());
    }

    @Test
    void in_this_order() {
      assertThat(Policy.STANDING.titles())
          .containsExactly(
              "grant-is-live",
              "person-belongs",
              "role-allows-effect",
              "backend-is-reached",
              "client-is-offered-tool",
              "scope-covers-tool",
              "plan-includes-tool",
              "narrowing-allows-effect",
              "account-is-linked",
              "effect-is-declared",
              "places-are-named",
              "places-are-of-the-backend",
              "spaces-are-allowed",
              "private-places-are-allowed",
              "narrowing-keeps-places",
              "narrowing-keeps-recipients",
              "budget-holds",
              "taint-stays-home");
    }

    @Test
    void and_keeps_what_every_other_rule_said_for_the_ledger() {
      assertThat(decide(aCallThatPasses().revokedAt(YESTERDAY).into(FINANCE)).notes())
          .containsExactly(
              new Judgement("grant-is-live", Reasons.grantRevoked().refuses()),
              new Judgement("spaces-are-allowed", Reasons.spaceNotAllowed().refuses()));
    }
  }

  @Nested
  class Needs_the_person {
    private final Calls tainted = aCallThatPasses().afterReading(STRANGER);
    private final Calls planned = aCallThatPasses().onAPlanWhereAllIs(Entitlement.WITH_APPROVAL);

    @Test
    void to_send_to_somebody_else_than_was_read() {
      assertThat(decide(tainted)).isEqualTo(asked("taint-stays-home", Reasons.taintedSend()));
      assertThat(decide(tainted.toWhoeverReadsIn(FINANCE).reaching(Reach.of(FINANCE))))
          .isEqualTo(asked("taint-stays-home", Reasons.taintedSend()));
    }

    @Test
    void after_more_outsiders_were_read_than_are_remembered() {
      assertThat(decide(aCallThatPasses().afterReading(Taint.NONE.withUnknown(TOMORROW))))
          .isEqualTo(asked("taint-stays-home", Reasons.taintedSend()));
    }

    @Test
    void where_the_plan_wants_each_call_approved() {
      assertThat(decide(planned)).isEqualTo(asked("plan-includes-tool", Reasons.planAsks("Pro")));
      assertThat(Policy.STANDING.screen(planned.request())).isEmpty();
    }

    @Test
    void and_passes_once_it_was_approved() {
      assertThat(decide(tainted.approved()))
          .isEqualTo(
              new Allow(List.of(new Judgement("taint-stays-home", Reasons.taintedSend().asks()))));
      assertThat(decide(planned.approved()))
          .isEqualTo(
              new Allow(
                  List.of(new Judgement("plan-includes-tool", Reasons.planAsks("Pro").asks()))));
    }

    @Test
    void but_no_approval_turns_a_refusal() {
      assertRefused(
          tainted.approved().revokedAt(YESTERDAY), "grant-is-live", Reasons.grantRevoked());
      assertThat(decide(aCallThatPasses().approved().into(FINANCE))).isInstanceOf(Deny.class);
    }

    @Test
    void not_where_the_organization_only_wants_to_know() {
      assertThat(decide(tainted.where(TaintMode.WARN)))
          .isEqualTo(
              new Allow(List.of(new Judgement("taint-stays-home", Reasons.taintedSend().warns()))));
    }

    @Test
    void and_is_refused_rather_than_asked_where_both_hold() {
      assertRefused(planned.into(FINANCE), "spaces-are-allowed", Reasons.spaceNotAllowed());
    }
  }

  @Nested
  class Under_rules_of_others {
    @Test
    void is_refused_by_a_rule_that_fails() {
      assertRefused(
          Policy.STANDING.and(List.of(SomeRules.throwing()), "v1"),
          "broken",
          Reasons.ruleFailed("ArithmeticException"));
    }

    @Test
    void is_refused_by_a_rule_that_says_nothing() {
      assertRefused(
          Policy.STANDING.and(List.of(SomeRules.silent()), "v1"),
          "silent",
          Reasons.ruleFailed("no verdict"));
    }

    @Test
    void is_screened_by_an_early_rule_that_fails_or_says_nothing() {
      assertThat(screenedBy(SomeRules.Soon.throwing()))
          .map(Deny::reason)
          .contains(Reasons.ruleFailed("ArithmeticException"));
      assertThat(screenedBy(SomeRules.Soon.silent()))
          .map(Deny::reason)
          .contains(Reasons.ruleFailed("no verdict"));
    }

    @Test
    void is_decided_by_the_standing_rules_first() {
      assertThat(
              Policy.STANDING
                  .and(List.of(SomeRules.throwing()), "v1")
                  .decide(aCallThatPasses().revokedAt(YESTERDAY).call())
                  .decider())
          .contains("grant-is-live");
    }

    @Test
    void hears_every_rule_when_it_is_explained() {
      assertThat(
              Policy.STANDING
                  .and(List.of(SomeRules.silent()), "v1")
                  .explain(aCallThatPasses().call()))
          .hasSize(19)
          .last()
          .isEqualTo(new Judgement("silent", Reasons.ruleFailed("no verdict").refuses()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void knows_by_which_version_it_was_decided(String version) {
      assertThat(Policy.STANDING.and(List.of(), version).version()).isEqualTo(version);
      assertThat(Policy.STANDING.version()).isEqualTo("standing");
    }

    @Test
    void cannot_escape_the_standing_ones() {
      assertThat(
              Stream.concat(
                      Stream.of(Policy.class.getConstructors()),
                      Stream.of(Policy.class.getDeclaredMethods())
                          .filter(it -> Modifier.isStatic(it.getModifiers()))
                          .filter(it -> Modifier.isPublic(it.getModifiers())))
                  .toList())
          .isEmpty();
      assertThat(Policy.STANDING.and(List.of(SomeRules.throwing()), "v1").titles())
          .startsWith(Policy.STANDING.titles().toArray(String[]::new));
    }

    private void assertRefused(Policy policy, String rule, Reason reason) {
      assertThat(policy.decide(aCallThatPasses().approved().call()))
          .isEqualTo(new Deny(rule, reason, List.of(new Judgement(rule, reason.refuses()))));
    }

    private static Optional<Deny> screenedBy(Rule.Early rule) {
      return Policy.STANDING.and(List.of(rule), "v1").screen(aCallThatPasses().request());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRule")
  void is_judged_by_rules_whose_names_can_be_written_down(Rule rule) {
    assertThat(rule.title()).matches("[a-z]+(-[a-z]+)*");
  }

  private static Stream<Rule> everyRule() {
    return Stream.concat(Stream.of(CallerRule.values()), Stream.of(FootprintRule.values()));
  }

  private static Decision decide(Calls call) {
    return Policy.STANDING.decide(call.call());
  }

  private static void assertRefused(Calls call, String rule, Reason reason) {
    assertThat(decide(call))
        .isInstanceOfSatisfying(
            Deny.class,
            deny -> {
              assertThat(deny.rule()).isEqualTo(rule);
              assertThat(deny.reason()).isEqualTo(reason);
              assertThat(deny.decider()).contains(rule);
            });
  }

  private static Ask asked(String rule, Reason reason) {
    return new Ask(rule, reason, List.of(new Judgement(rule, reason.asks())));
  }
}
