package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.PlansContract;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcPlansOnPostgresTest extends PlansContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected Plans plans(InstantSource clock) {
    return new JdbcPlans(databases.postgres(), clock);
  }

  @Test
  void a_change_is_seen_by_another_instance_within_30_seconds() {
    Database shared = databases.postgres();
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    var clock = new SettableClock(now);
    Plans here = new JdbcPlans(shared, clock);
    Plans there = new JdbcPlans(shared, clock);
    here.put(SomePlans.SMALL, now);
    assertThat(there.find(SomePlans.SMALL.id())).contains(SomePlans.SMALL);
    Plan changed = SomePlans.pooled("small", Pool.NONE);
    here.put(changed, now.plusSeconds(1));

    clock.passes(Duration.ofSeconds(30));
    assertThat(there.find(SomePlans.SMALL.id())).contains(changed);
  }
}
