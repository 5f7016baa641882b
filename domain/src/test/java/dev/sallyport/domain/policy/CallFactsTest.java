package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.Calls.FINANCE;
import static dev.sallyport.domain.policy.Calls.LUNCH;
import static dev.sallyport.domain.policy.Calls.PHONE;
import static dev.sallyport.domain.policy.Calls.SALES;
import static dev.sallyport.domain.policy.Calls.aCallThatPasses;
import static dev.sallyport.domain.policy.Calls.aReadThatPasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What a rule of an operator may ask of a call")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallFactsTest {
  @Test
  void is_who_calls_what_and_when() {
    assertThat(StatedFacts.of(aCallThatPasses().call()))
        .isEqualTo(
            new StatedFacts(
                new ToolName("send_message"),
                PHONE,
                Effect.SEND,
                new ClientId("assistant"),
                Optional.of(Role.MEMBER),
                new PlanId("pro"),
                Optional.of(Set.of(SALES)),
                Calls.NOON,
                Map.of("recipients", 1L, "units", 1L)));
  }

  @Test
  void is_no_role_of_somebody_who_does_not_belong() {
    assertThat(facts(aCallThatPasses().by(Belonging.Apart.LEFT)).role()).isEmpty();
    assertThat(facts(aCallThatPasses()).role()).contains(Role.MEMBER);
  }

  @Test
  void is_which_spaces_it_touches() {
    assertThat(facts(aCallThatPasses()).touches(Set.of(SALES, FINANCE))).isEqualTo(Fit.FITS);
    assertThat(facts(aCallThatPasses()).touches(Set.of(FINANCE))).isEqualTo(Fit.MISSES);
  }

  @Test
  void is_that_a_private_place_lies_in_no_space() {
    assertThat(facts(aCallThatPasses().intoThePrivate(LUNCH)).touches(Set.of(SALES)))
        .isEqualTo(Fit.MISSES);
    assertThat(facts(aCallThatPasses().intoNoPlace()).touches(Set.of(SALES))).isEqualTo(Fit.MISSES);
  }

  @Test
  void is_whether_it_stays_within_spaces() {
    assertThat(facts(aCallThatPasses()).staysWithin(Set.of(SALES, FINANCE))).isEqualTo(Fit.FITS);
    assertThat(facts(aCallThatPasses()).staysWithin(Set.of(FINANCE))).isEqualTo(Fit.MISSES);
    assertThat(facts(aCallThatPasses().intoNoPlace()).staysWithin(Set.of(SALES)))
        .isEqualTo(Fit.MISSES);
  }

  @Test
  void is_that_a_private_place_beside_a_space_stays_within_neither() {
    Footprint both =
        Footprint.writing(
            Place.in(PHONE, SALES),
            new Place.InPrivate(PHONE, new PrivateKind("dms"), new ConversationId("d-1")));

    assertThat(facts(aCallThatPasses().touching(both)).staysWithin(Set.of(SALES)))
        .isEqualTo(Fit.MISSES);
    assertThat(StatedFacts.of(aCallThatPasses().touching(both).call()).staysWithin(Set.of(SALES)))
        .isEqualTo(Fit.MISSES);
  }

  @Test
  void is_all_that_is_reached_where_it_may_touch_all_of_it() {
    Calls anywhere = aReadThatPasses().unplaced().touching(Footprint.readingWithinReach());

    assertThat(facts(anywhere).touches(Set.of(SALES))).isEqualTo(Fit.FITS);
    assertThat(facts(anywhere).touches(Set.of(FINANCE))).isEqualTo(Fit.MISSES);
  }

  @Test
  void is_each_figure_it_declares_and_two_that_every_call_has() {
    Facts facts =
        facts(
            aCallThatPasses()
                .touching(aCallThatPasses().footprint().amounting(Map.of("pages", 3L)).costing(2)));

    assertThat(facts.amount("pages")).hasValue(3);
    assertThat(facts.amount("recipients")).hasValue(1);
    assertThat(facts.amount("units")).hasValue(2);
    assertThat(facts.amount("colours")).isEmpty();
  }

  @Test
  void is_never_less_than_was_counted_whatever_a_tool_declares() {
    Footprint less =
        aCallThatPasses().footprint().amounting(Map.of("recipients", 0L, "units", 1L)).costing(2);
    Footprint more = less.amounting(Map.of("recipients", 5L, "units", 7L));

    assertThat(List.of(facts(less), written(less)))
        .extracting(
            it -> it.amount("recipients").orElseThrow(), it -> it.amount("units").orElseThrow())
        .containsOnly(tuple(1L, 2L));
    assertThat(List.of(facts(more), written(more)))
        .extracting(
            it -> it.amount("recipients").orElseThrow(), it -> it.amount("units").orElseThrow())
        .containsOnly(tuple(5L, 7L));
  }

  @Test
  void is_nothing_of_spaces_before_anybody_asked_what_it_would_touch() {
    StatedFacts early = StatedFacts.of(aCallThatPasses().request());

    assertThat(early.touches(Set.of(SALES))).isEqualTo(Fit.UNKNOWN);
    assertThat(early.amounts()).isEmpty();
  }

  private static Facts facts(Footprint footprint) {
    return facts(aCallThatPasses().touching(footprint));
  }

  private static Facts written(Footprint footprint) {
    return StatedFacts.of(aCallThatPasses().touching(footprint).call());
  }

  private static Facts facts(Calls call) {
    return new CallFacts(call.call());
  }
}
