package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("How limits stand")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {
  private static final Standing FOUR_LEFT =
      new Standing("minute", Level.KEY, 5, 4, Duration.ofSeconds(12));

  @Test
  void is_told_as_often_as_anybody_asks_and_counts_nothing() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      gate.read("home");

      assertThat(gate.gate().standings(gate.caller())).containsExactly(FOUR_LEFT);
      assertThat(gate.gate().standings(gate.caller())).containsExactly(FOUR_LEFT);
    }
  }

  @Test
  void is_not_looked_up_for_whoever_is_not_known_yet() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      assertThat(gate.gate().standings(gate.caller())).isEmpty();
    }
  }

  @Test
  void is_told_of_whoever_was_looked_up() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      gate.gate().learn(gate.caller());

      assertThat(gate.gate().standings(gate.caller()))
          .containsExactly(new Standing("minute", Level.KEY, 5, 5, Duration.ZERO));
    }
  }

  @Test
  void is_looked_up_in_vain_while_nobody_knows() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      gate.changes.fallSilent();
      gate.gate().learn(gate.caller());

      assertThat(gate.gate().standings(gate.caller())).isEmpty();
    }
  }

  @Test
  void is_not_told_to_a_stranger_with_the_name_of_a_grant() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      gate.read("home");
      Caller its = gate.caller();
      Caller stranger =
          new Caller(
              its.scope(), its.grant(), new PersonId("ff".repeat(16)), its.client(), its.token());

      assertThat(gate.gate().standings(stranger)).isEmpty();
    }
  }

  @Test
  void is_told_by_what_was_last_known_while_nobody_knows_what_changed() {
    try (var gate = aGate().onPlan(SomePlans.bounding(Limit.of(5)))) {
      gate.read("home");
      gate.changes.fallSilent();

      assertThat(gate.gate().standings(gate.caller())).containsExactly(FOUR_LEFT);
    }
  }
}
