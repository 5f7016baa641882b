package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A plan")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {
  private static final BackendKind PHONE = new BackendKind("openphone");
  private static final BackendKind OTHER = new BackendKind("other");
  private static final Plan PLAN =
      new Plan(
          new PlanId("some"),
          "Some",
          1,
          new Entitlements(
              Map.of(
                  PHONE,
                  new Rights(
                      Entitlement.INCLUDED,
                      Entitlement.NOT_INCLUDED,
                      Entitlement.WITH_APPROVAL,
                      Entitlement.NOT_INCLUDED,
                      false,
                      true)),
              Rights.NONE),
          Bounds.NONE,
          Bounds.NONE,
          Limit.NONE,
          Pool.NONE,
          new Expense(5, Limit.NONE),
          Set.of(Overage.Kind.BLOCK, Overage.Kind.SOFT),
          Duration.ZERO,
          false);

  @Test
  void includes_a_tool_by_what_it_does_and_where() {
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.CORE), PHONE))
        .isEqualTo(new Entitlement.Included());
    assertThat(PLAN.entitles(tool(Effect.SEND, Weight.CORE), PHONE))
        .isEqualTo(new Entitlement.WithApproval());
    assertThat(PLAN.entitles(tool(Effect.WRITE, Weight.CORE), PHONE))
        .isEqualTo(new Entitlement.NotIncluded());
  }

  @Test
  void does_not_include_what_it_does_not_name() {
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.CORE), OTHER))
        .isEqualTo(new Entitlement.NotIncluded());
  }

  @Test
  void includes_heavy_tools_only_where_it_says_so() {
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.EXPENSIVE), PHONE))
        .isEqualTo(new Entitlement.Included());
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.BATCH), PHONE))
        .isEqualTo(new Entitlement.NotIncluded());
  }

  @Test
  void includes_what_the_gateway_itself_reads_whatever_it_names() {
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.CORE), BackendKind.GATEWAY))
        .isEqualTo(new Entitlement.Included());
    assertThat(PLAN.entitles(tool(Effect.READ, Weight.EXPENSIVE), BackendKind.GATEWAY))
        .isEqualTo(new Entitlement.NotIncluded());
    assertThat(PLAN.entitles(tool(Effect.WRITE, Weight.CORE), BackendKind.GATEWAY))
        .isEqualTo(new Entitlement.NotIncluded());
  }

  @Test
  void says_what_a_call_counts_for() {
    assertThat(PLAN.units(Weight.CORE, 7)).isEqualTo(1);
    assertThat(PLAN.units(Weight.BATCH, 7)).isEqualTo(7);
    assertThat(PLAN.units(Weight.BATCH, 0)).isEqualTo(1);
    assertThat(PLAN.units(Weight.EXPENSIVE, 7)).isEqualTo(5);
  }

  @Test
  void blocks_where_the_picked_overage_is_not_one_of_its_own() {
    assertThat(PLAN.allowance(Overage.SOFT, 1).overage()).isEqualTo(Overage.SOFT);
    assertThat(PLAN.allowance(new Overage.Metered(9), 1).overage()).isEqualTo(Overage.BLOCK);
  }

  private static ToolSpec tool(Effect effect, Weight weight) {
    return ToolSpec.named("some.tool", "Some tool", new Scope("some:read"))
        .effect(effect)
        .weight(weight);
  }
}
