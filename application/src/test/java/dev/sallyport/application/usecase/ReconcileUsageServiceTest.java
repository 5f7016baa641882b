package dev.sallyport.application.usecase;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryMeter;
import dev.sallyport.application.fake.InMemoryMeterUpkeep;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.UsageDifference;
import dev.sallyport.domain.plan.UsageDifference.Counted;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Reconciling usage")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileUsageServiceTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final InMemoryMeter meter = new InMemoryMeter();
  private final ReconcileUsageService reconciling =
      new ReconcileUsageService(new InMemoryMeterUpkeep(meter));

  @Test
  void tells_the_differences_of_each_day_and_of_no_other() {
    meter.tamper(ACME, ofAcme(0), 1);
    meter.tamper(ACME, ofAcme(1), 2);
    meter.tamper(ACME, ofAcme(2), 3);

    assertThat(reconciling.differences(TODAY, TODAY.plusDays(1)))
        .containsExactly(difference(0, 1), difference(1, 2));
  }

  private static Charge ofAcme(int later) {
    return Metering.allowance(Quota.NONE, Quota.NONE, Overage.BLOCK)
        .charges(ADA, ACME.organization(), NOON.plus(Duration.ofDays(later)))
        .getLast();
  }

  private static UsageDifference difference(int later, long units) {
    return new UsageDifference(
        ACME.organization(),
        TODAY.plusDays(later),
        Counted.ORGANIZATION,
        ACME.organization().value(),
        0,
        units);
  }
}
