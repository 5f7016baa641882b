package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Expense;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The facts of a call that are written down")
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatedFactsTest {
  private static final BackendId PHONE = new BackendId("phone");
  private static final SpaceId SALES = new SpaceId("sales");
  private static final SpaceId LEGAL = new SpaceId("legal");
  private static final Footprint SENDING =
      Footprint.sendingTo(
          Set.of(Recipient.member("one"), Recipient.member("two")), Place.in(PHONE, SALES));

  @Test
  void are_all_that_rules_may_ask_about() {
    assertThat(StatedFacts.of(call(SENDING.amounting(Map.of("pages", 4L)).costing(3))))
        .isEqualTo(
            new StatedFacts(
                new ToolName("phone_send"),
                PHONE,
                Effect.SEND,
                new ClientId("assistant"),
                Optional.of(Role.MEMBER),
                new PlanId("open"),
                Optional.of(Set.of(SALES)),
                StatedCall.NOON,
                Map.of("recipients", 2L, "units", 3L, "pages", 4L)));
  }

  @Test
  void know_no_spaces_and_no_figures_before_a_footprint_was_asked_for() {
    StatedFacts screened = StatedFacts.of(request(new Belonging.Member(Role.MEMBER)));

    assertThat(screened.spaces()).isEmpty();
    assertThat(screened.amounts()).isEmpty();
  }

  @Test
  void know_no_role_of_somebody_who_left() {
    assertThat(StatedFacts.of(request(Belonging.Apart.LEFT)).role()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("footprints")
  void make_every_rule_say_what_it_says_of_the_call_itself(Footprint footprint) {
    ToolCall call = call(footprint);
    List<OperatorRule> rules =
        List.of(
            OperatorRules.deny("sales", MatchTest.spaces("sales")),
            OperatorRules.deny("legal", MatchTest.spaces("legal")),
            OperatorRules.deny("one", MatchTest.over("recipients", 1)),
            OperatorRules.deny("few", MatchTest.over("recipients", 2)),
            OperatorRules.ask("units", MatchTest.over("units", 1)),
            OperatorRules.ask("pages", MatchTest.over("pages", 3)),
            OperatorRules.ask("tool", MatchTest.tools("phone_*"), MatchTest.roles(Role.OWNER)),
            OperatorRules.deny("effect", MatchTest.effects(Effect.SEND)));

    assertThat(rules.stream().map(rule -> rule.verdict(StatedFacts.of(call))))
        .containsExactlyElementsOf(rules.stream().map(rule -> rule.verdict(call)).toList());
  }

  static Stream<Footprint> footprints() {
    return Stream.of(
        SENDING,
        SENDING.costing(7),
        SENDING.amounting(Map.of("pages", 4L, "recipients", 1L)),
        Footprint.readingWithinReach(),
        Footprint.readingNowhere(),
        Footprint.writing(Place.in(PHONE, LEGAL), Place.in(PHONE, SALES)),
        Footprint.reading(
            new Place.InPrivate(PHONE, new PrivateKind("dms"), new ConversationId("sales"))));
  }

  private static ToolCall call(Footprint footprint) {
    return new ToolCall(
        request(new Belonging.Member(Role.MEMBER)), footprint, History.NONE, Approval.NONE);
  }

  private static Request request(Belonging belonging) {
    return new Request(
        grant(),
        Scopes.of(new Scope("calls:write")),
        belonging,
        plan(),
        ToolSet.EVERYTHING,
        PHONE,
        new BackendKind("openphone"),
        ToolSpec.named("phone_send", "Send", new Scope("calls:write")).effect(Effect.SEND),
        Request.Link.LIVE,
        StatedCall.NOON);
  }

  private static Grant grant() {
    return new Grant(
        new GrantId("%032x".formatted(1)),
        new OrganizationId("%032x".formatted(2)),
        new PersonId("%032x".formatted(3)),
        new ClientId("assistant"),
        Scopes.of(new Scope("calls:write")),
        Map.of(PHONE, Reach.of(SALES)),
        Narrowing.NONE,
        Budget.UNLIMITED,
        Set.of(),
        StatedCall.NOON,
        StatedCall.NOON.plus(Duration.ofDays(1)),
        Optional.empty(),
        0);
  }

  private static Plan plan() {
    return new Plan(
        new PlanId("open"),
        "Open",
        1,
        Entitlements.ALL,
        Bounds.NONE,
        Bounds.NONE,
        Limit.NONE,
        Pool.NONE,
        new Expense(5, Limit.NONE),
        Set.of(Overage.Kind.BLOCK),
        Duration.ZERO,
        false);
  }
}
