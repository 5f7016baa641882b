package dev.sallyport.adapters.out.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.LimiterContract;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counted by one instance,")
class LocalLimiterTest extends LimiterContract {
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final SettableClock time = new SettableClock(Instant.EPOCH);

  @Override
  protected Limiter limiter(InstantSource clock, Duration leaseTime) {
    return new LocalLimiter(clock, leaseTime, 10_000);
  }

  @Test
  void buckets_that_are_full_again_are_forgotten_when_there_are_many() {
    LocalLimiter limiter = new LocalLimiter(time, LEASE, 100);
    IntStream.range(0, 100).forEach(n -> limiter.admit(by(n)));
    time.passes(Duration.ofMinutes(1));
    limiter.admit(by(100));

    assertThat(limiter.size()).isEqualTo(1);
  }

  @Test
  void buckets_that_owe_something_are_kept_however_many_there_are() {
    LocalLimiter limiter = new LocalLimiter(time, LEASE, 10);
    IntStream.range(0, 100).forEach(n -> limiter.admit(by(n)));

    assertThat(limiter.admit(by(0))).isInstanceOf(Limiter.Admission.Limited.class);
    assertThat(limiter.size()).isEqualTo(100);
  }

  private static Limiter.Load by(int key) {
    return new Limiter.Load(
        "key-" + key,
        new PersonId("0000000000000000000000000000000a"),
        new OrganizationId("000000000000000000000000000000ac"),
        SomePlans.bounding(Limit.of(1)),
        1,
        Limiter.Group.CORE);
  }
}
