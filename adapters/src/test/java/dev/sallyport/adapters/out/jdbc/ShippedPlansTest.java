package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers are those of the price list; whoever changes one changes what somebody was promised.
@DisplayName("Of the plans that the house comes with,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedPlansTest {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final SettableClock time = new SettableClock(NOW);

  @Test
  void all_are_in_order() {
    assertThat(plans().all())
        .extracting(plan -> plan.id().value())
        .containsExactly("free", "pro", "ultra", "unlimited");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "free, 100, 5, 2, 300, 15, 4, 5, 20, 40, 300, false",
    "pro, 5000, 20, 5, 25000, 100, 25, 20, 60, 120, 60, false",
    "ultra, 50000, 50, 10, 250000, 500, 100, 50, 120, 240, 15, true"
  })
  void those_that_are_sold_have_these_numbers(
      String id,
      long personDay,
      long personMinute,
      long personConcurrent,
      long organizationDay,
      long organizationMinute,
      long organizationConcurrent,
      long keyMinute,
      long poolSecond,
      long poolConcurrent,
      long cacheSeconds,
      boolean mayBypassCache) {
    Plan plan = plan(id);

    assertThat(plan.person()).isEqualTo(bounds(personDay, personMinute, personConcurrent));
    assertThat(plan.organization())
        .isEqualTo(bounds(organizationDay, organizationMinute, organizationConcurrent));
    assertThat(plan.keyMinute()).isEqualTo(Limit.of(keyMinute));
    assertThat(plan.pool()).isEqualTo(new Pool(Limit.of(poolSecond), Limit.of(poolConcurrent)));
    assertThat(plan.cacheLifetime()).isEqualTo(Duration.ofSeconds(cacheSeconds));
    assertThat(plan.mayBypassCache()).isEqualTo(mayBypassCache);
    assertThat(plan.units(Weight.EXPENSIVE, 1)).isEqualTo(5);
  }

  @Test
  void the_default_bounds_nothing() {
    Plan plan = plan("unlimited");

    assertThat(plan.person()).isEqualTo(Bounds.NONE);
    assertThat(plan.organization()).isEqualTo(Bounds.NONE);
    assertThat(plan.keyMinute()).isEqualTo(Limit.NONE);
    assertThat(plan.pool()).isEqualTo(Pool.NONE);
    assertThat(plan.expense().minute()).isEqualTo(Limit.NONE);
  }

  @ParameterizedTest
  @CsvSource({"free, BLOCK", "pro, BLOCK SOFT METERED", "ultra, BLOCK SOFT METERED"})
  void each_allows_these_beyond_its_quota(String id, String kinds) {
    assertThat(plan(id).overages())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(kinds.split(" ")).map(Overage.Kind::valueOf).toList());
  }

  @ParameterizedTest(name = "{0}: {3} {2} at {1}: {4}")
  @CsvSource({
    "free, sallyport, READ, CORE, Included",
    "free, sallyport, READ, EXPENSIVE, Included",
    "free, gateway, READ, CORE, Included",
    "free, backlog, READ, CORE, Included",
    "free, backlog, WRITE, CORE, NotIncluded",
    "free, backlog, READ, EXPENSIVE, NotIncluded",
    "free, inline, READ, CORE, Included",
    "free, attio, READ, CORE, NotIncluded",
    "free, openphone, READ, CORE, NotIncluded",
    "pro, gateway, READ, CORE, Included",
    "pro, backlog, WRITE, CORE, Included",
    "pro, attio, DESTROY, EXPENSIVE, Included",
    "pro, openphone, READ, CORE, Included",
    "pro, openphone, SEND, CORE, WithApproval",
    "pro, openphone, WRITE, CORE, NotIncluded",
    "pro, attio, WRITE, BATCH, NotIncluded",
    "pro, other, READ, CORE, NotIncluded",
    "ultra, openphone, SEND, BATCH, Included",
    "ultra, other, DESTROY, CORE, Included",
    "unlimited, other, DESTROY, BATCH, Included"
  })
  void each_includes_these_tools(
      String id, String kind, Effect effect, Weight weight, String answer) {
    Entitlement entitlement = plan(id).entitles(tool(effect, weight), new BackendKind(kind));

    assertThat(entitlement.getClass().getSimpleName()).isEqualTo(answer);
  }

  private Plan plan(String id) {
    return plans().find(new PlanId(id)).orElseThrow();
  }

  private Plans plans() {
    return new JdbcPlans(databases.h2(folder), time);
  }

  private static Bounds bounds(long day, long minute, long concurrent) {
    return new Bounds(Quota.daily(day), Limit.of(minute), Limit.of(concurrent));
  }

  private static ToolSpec tool(Effect effect, Weight weight) {
    return ToolSpec.named("some.tool", "Some tool", new Scope("some:read"))
        .effect(effect)
        .weight(weight);
  }
}
