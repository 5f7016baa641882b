package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.NOON;
import static dev.sallyport.application.port.out.Metering.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.Meter.Settling;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.application.port.out.MeterUpkeep.Swept;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.UsageDifference;
import dev.sallyport.domain.plan.UsageDifference.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [MeterUpkeep] must do. Extend it and say where its books are.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class MeterUpkeepContract {
  private static final Instant EXPIRY = NOON.plusSeconds(600);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final Allowance ALLOWANCE =
      Metering.allowance(Quota.daily(10), Quota.daily(30), Overage.BLOCK);
  private static final Charge OF_ACME = ALLOWANCE.charges(ADA, ACME.organization(), NOON).getLast();

  /// The same one for the whole test, over books without any use at first.
  protected abstract MeterUpkeep upkeep();

  /// The meter of the same books.
  protected abstract Meter meter();

  /// Adds to what this counter says is used, behind everybody's back.
  protected abstract void tamper(Charge counter, long units);

  @Test
  void a_promise_is_freed_when_it_expires_and_not_before() {
    meter().reserve(ACME, call(1));

    assertThat(upkeep().sweep(EXPIRY.minusNanos(1_000), 10)).isEqualTo(new Swept(0, 0));
    assertThat(usage()).isEqualTo(new Usage(0, 1));
    assertThat(upkeep().sweep(EXPIRY, 10)).isEqualTo(new Swept(1, 0));
    assertThat(usage()).isEqualTo(new Usage(0, 0));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.UNKNOWN);
  }

  @Test
  void a_promise_that_a_claim_holds_is_never_freed() {
    meter().reserve(ACME, Metering.held(call(1), new ClaimId("0".repeat(32))));

    assertThat(upkeep().sweep(EXPIRY.plus(Duration.ofDays(365)), 10)).isEqualTo(new Swept(0, 0));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.COUNTED);
  }

  @Test
  void no_more_is_freed_at_once_than_asked_for() {
    meter().reserve(ACME, call(1));
    meter().reserve(ACME, call(2));
    meter().reserve(ACME, call(3));

    assertThat(upkeep().sweep(EXPIRY, 2)).isEqualTo(new Swept(2, 0));
    assertThat(upkeep().sweep(EXPIRY, 2)).isEqualTo(new Swept(1, 0));
  }

  @Test
  void counters_that_are_the_sum_of_their_events_are_not_mentioned() {
    meter().reserve(ACME, call(1));
    meter().commit(ACME, id(1));
    meter().reserve(ACME, call(2));

    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void a_counter_that_is_not_is_told_every_time_and_left_as_it_is() {
    meter().reserve(ACME, call(1));
    meter().commit(ACME, id(1));
    tamper(OF_ACME, 3);
    var difference =
        new UsageDifference(
            ACME.organization(), TODAY, Counted.ORGANIZATION, OF_ACME.subject(), 1, 4);

    assertThat(upkeep().differences(TODAY)).containsExactly(difference);
    assertThat(upkeep().differences(TODAY)).containsExactly(difference);
    assertThat(upkeep().differences(TODAY.plusDays(1))).isEmpty();
  }

  private Usage usage() {
    return meter().usage(ACME, OF_ACME);
  }

  private static Reservation call(long number) {
    return Metering.call(id(number), ADA, ALLOWANCE, 1, NOON, EXPIRY);
  }
}
