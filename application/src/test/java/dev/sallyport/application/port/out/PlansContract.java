package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Plans] must do. Extend it; override nothing but [#plans].
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class PlansContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Plan CHANGED = SomePlans.pooled("small", Pool.NONE);

  private final SettableClock clock = new SettableClock(NOON);

  /// One that has none of the plans that this contract names.
  protected abstract Plans plans(InstantSource clock);

  @Test
  void a_plan_is_found_as_it_was_put() {
    Plans plans = plans(clock);
    plans.put(SomePlans.SMALL, NOON);
    plans.put(SomePlans.OPEN, NOON);

    assertThat(plans.find(new PlanId("small"))).contains(SomePlans.SMALL);
    assertThat(plans.find(new PlanId("open"))).contains(SomePlans.OPEN);
  }

  @Test
  void a_plan_that_nobody_put_is_not_found() {
    assertThat(plans(clock).find(new PlanId("nowhere"))).isEmpty();
  }

  @Test
  void all_are_listed_by_rank() {
    Plans plans = plans(clock);
    plans.put(SomePlans.OPEN, NOON);
    plans.put(SomePlans.SMALL, NOON);

    assertThat(plans.all()).containsSubsequence(SomePlans.SMALL, SomePlans.OPEN);
  }

  @Test
  void a_change_holds_from_its_time_on() {
    Plans plans = plans(clock);
    plans.put(SomePlans.SMALL, NOON);
    plans.put(CHANGED, NOON.plusSeconds(60));

    assertThat(plans.find(new PlanId("small"))).contains(SomePlans.SMALL);
    clock.passes(Duration.ofSeconds(60));
    assertThat(plans.find(new PlanId("small"))).contains(CHANGED);
  }

  @Test
  void a_change_that_holds_at_once_is_seen_at_once_by_who_made_it() {
    Plans plans = plans(clock);
    plans.put(SomePlans.SMALL, NOON);
    plans.find(new PlanId("small"));
    plans.put(CHANGED, NOON);

    assertThat(plans.find(new PlanId("small"))).contains(CHANGED);
  }
}
