package dev.sallyport.application.usecase;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryMeter;
import dev.sallyport.application.fake.InMemoryMeterUpkeep;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.in.SweepReservations.Swept;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Sweeping reservations")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepReservationsServiceTest {
  private static final int ABANDONED = 450;

  private final SettableClock clock = new SettableClock(NOON);
  private final InMemoryMeter meter = new InMemoryMeter();
  private final SweepReservationsService sweeping =
      new SweepReservationsService(new InMemoryMeterUpkeep(meter), clock);

  @Test
  void frees_all_that_expired_however_many_there_are() {
    var allowance = Metering.allowance(Quota.NONE, Quota.NONE, Overage.BLOCK);
    IntStream.range(0, ABANDONED)
        .forEach(_ ->
            meter.reserve(
                ACME,
                Metering.call(Metering.fresh(), ADA, allowance, 1, NOON, NOON.plusSeconds(60))));
    assertThat(sweeping.sweep()).isEqualTo(new Swept(0, 0));

    clock.passes(Duration.ofSeconds(60));
    assertThat(sweeping.sweep()).isEqualTo(new Swept(ABANDONED, 0));
  }
}
