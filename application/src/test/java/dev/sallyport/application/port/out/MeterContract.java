package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.BOB;
import static dev.sallyport.application.port.out.Metering.NOON;
import static dev.sallyport.application.port.out.Metering.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Meter.Promise;
import dev.sallyport.application.port.out.Meter.Promise.Exhausted;
import dev.sallyport.application.port.out.Meter.Promise.Reserved;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.Meter.Settling;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Meter] must do. Extend it and say where it keeps its books.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class MeterContract {
  private static final Instant EXPIRY = NOON.plusSeconds(600);
  private static final int THREADS = 64;

  protected final SettableClock clock = new SettableClock(NOON);

  /// The same one for the whole test, without any use at first.
  protected abstract Meter meter();

  /// Units that the meter joins.
  protected abstract UnitOfWork units();

  /// The upkeep of its books.
  protected abstract MeterUpkeep upkeep();

  /// Writes down whatever is kept back, and gives back what is held ahead.
  protected Runnable settling() {
    return () -> {};
  }

  /// How many calls each of 64 threads makes in the long test.
  protected int callsOfEach() {
    return 40;
  }

  @Test
  void what_is_promised_is_used_once_it_is_committed() {
    assertThat(meter().reserve(ACME, call(1))).isEqualTo(new Reserved(List.of()));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.COUNTED);

    settling().run();
    assertThat(usageOf(ADA)).isEqualTo(new Usage(1, 0));
    assertThat(usageOfAcme()).isEqualTo(new Usage(1, 0));
  }

  @Test
  void what_is_released_was_never_used() {
    meter().reserve(ACME, call(1));
    meter().release(ACME, id(1));

    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.UNKNOWN);
    settling().run();
    assertThat(usageOf(ADA)).isEqualTo(new Usage(0, 0));
    assertThat(usageOfAcme()).isEqualTo(new Usage(0, 0));
  }

  @Test
  void asking_again_answers_the_same_and_counts_nothing_more() {
    Reservation call = held(1);
    Promise first = meter().reserve(ACME, call);

    assertThat(meter().reserve(ACME, call)).isEqualTo(first);
    meter().commit(ACME, id(1));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.COUNTED);
    assertThat(meter().reserve(ACME, call)).isEqualTo(first);
    meter().release(ACME, id(1));
    settling().run();
    assertThat(usageOfAcme()).isEqualTo(new Usage(1, 0));
  }

  @Test
  void nothing_is_known_of_a_call_that_never_asked() {
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.UNKNOWN);
  }

  @Test
  void nothing_is_known_of_the_calls_of_another_organization() {
    meter().reserve(ACME, call(1));

    assertThat(meter().commit(OTHER, id(1))).isEqualTo(Settling.UNKNOWN);
    meter().release(OTHER, id(1));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.COUNTED);
  }

  @Test
  void a_person_has_exactly_what_the_plan_gives() {
    assertThat(used(ADA, daily(10, 30), 20)).isEqualTo(10);

    assertThat(meter().reserve(ACME, call(99, ADA, daily(10, 30), 1, NOON)))
        .isEqualTo(new Exhausted(charge(ADA, daily(10, 30), NOON)));
    assertThat(charge(ADA, daily(10, 30), NOON).window().resetsAt())
        .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
  }

  @Test
  void what_the_organization_has_counts_before_what_the_person_has_left() {
    used(ADA, daily(10, 15), 10);
    assertThat(used(BOB, daily(10, 15), 10)).isEqualTo(5);

    assertThat(meter().reserve(ACME, call(99, BOB, daily(10, 15), 1, NOON)))
        .isInstanceOfSatisfying(
            Exhausted.class, no -> assertThat(no.charge().level()).isEqualTo(Level.ORGANIZATION));
    settling().run();
    assertThat(usageOf(BOB)).isEqualTo(new Usage(5, 0));
    assertThat(usageOfAcme()).isEqualTo(new Usage(15, 0));
  }

  @Test
  void a_call_of_several_units_gets_them_all_or_none() {
    used(ADA, daily(10, 30), 7);

    assertThat(meter().reserve(ACME, call(98, ADA, daily(10, 30), 5, NOON)))
        .isInstanceOf(Exhausted.class);
    assertThat(meter().reserve(ACME, call(99, ADA, daily(10, 30), 3, NOON)))
        .isInstanceOf(Reserved.class);
  }

  @Test
  void a_warning_comes_when_a_fifth_is_left() {
    used(ADA, daily(10, 30), 7);

    Reserved eighth = (Reserved) meter().reserve(ACME, call(98, ADA, daily(10, 30), 1, NOON));
    assertThat(eighth.notices())
        .containsExactly(new Meter.Notice(charge(ADA, daily(10, 30), NOON), 8));
  }

  @Test
  void a_soft_quota_goes_a_tenth_further() {
    assertThat(used(ADA, allowance(Quota.daily(10), Quota.daily(100), Overage.SOFT), 20))
        .isEqualTo(11);
  }

  @Test
  void a_metered_quota_goes_as_far_as_its_cap() {
    Overage capped = new Overage.Metered(5);

    assertThat(used(ADA, allowance(Quota.daily(10), Quota.daily(100), capped), 20)).isEqualTo(15);
  }

  @Test
  void the_day_ends_at_midnight_in_utc_and_what_was_promised_before_counts_before() {
    Instant before = Instant.parse("2026-11-20T23:59:59.999999Z");
    Instant after = Instant.parse("2026-11-21T00:00:00Z");
    meter().reserve(ACME, call(1, ADA, daily(1, 30), 1, before));
    assertThat(meter().reserve(ACME, call(2, ADA, daily(1, 30), 1, before)))
        .isInstanceOf(Exhausted.class);

    assertThat(meter().reserve(ACME, call(3, ADA, daily(1, 30), 1, after)))
        .isInstanceOf(Reserved.class);
    meter().commit(ACME, id(1));
    settling().run();
    assertThat(meter().usage(ACME, charge(ADA, daily(1, 30), before))).isEqualTo(new Usage(1, 0));
    assertThat(meter().reserve(ACME, call(4, ADA, daily(1, 30), 1, before)))
        .isInstanceOf(Exhausted.class);
  }

  @Test
  void a_larger_plan_goes_on_where_the_smaller_one_was() {
    used(ADA, daily(10, 30), 10);
    assertThat(used(ADA, daily(15, 30), 20)).isEqualTo(5);

    assertThat(used(ADA, daily(10, 30), 5)).isZero();
  }

  @Test
  void a_month_is_bounded_too_and_counts_the_days_before_it_was() {
    used(ADA, daily(10, 30), 4);
    Allowance monthly =
        allowance(new Quota(Limit.of(10), Limit.of(12)), Quota.daily(30), Overage.BLOCK);
    settling().run();
    assertThat(used(ADA, monthly, 20)).isEqualTo(6);

    clock.passes(Duration.ofDays(1));
    assertThat(used(ADA, monthly, 20)).isEqualTo(2);
  }

  @Test
  void what_nothing_bounds_is_counted_all_the_same() {
    Allowance open = allowance(Quota.NONE, Quota.NONE, Overage.BLOCK);

    assertThat(used(ADA, open, 50)).isEqualTo(50);
    settling().run();
    assertThat(usageOfAcme()).isEqualTo(new Usage(50, 0));
  }

  @Test
  void a_promise_in_a_unit_that_is_undone_was_never_given() {
    units()
        .run(
            ACME,
            () -> {
              meter().reserve(ACME, held(1));
              return new Undo<>(0);
            });

    assertThat(usageOfAcme()).isEqualTo(new Usage(0, 0));
    assertThat(meter().commit(ACME, id(1))).isEqualTo(Settling.UNKNOWN);
  }

  @Test
  void a_refusal_in_a_unit_leaves_the_rest_of_the_unit_alone() {
    Meter meter = meter();
    units()
        .run(
            ACME,
            () -> {
              meter.reserve(ACME, held(1, BOB, daily(1, 30)));
              meter.reserve(ACME, held(2, ADA, daily(1, 1)));
              return new UnitOfWork.Ending.Keep<>(0);
            });

    assertThat(usageOf(ADA)).isEqualTo(new Usage(0, 0));
    assertThat(usageOfAcme()).isEqualTo(new Usage(0, 1));
  }

  @Test
  void of_a_thousand_racing_calls_exactly_one_gets_the_last_unit() throws Exception {
    var number = new AtomicLong();
    var won = new AtomicLong();

    Metering.race(
        THREADS,
        () -> {
          for (int i = 0; i < 1_000 / THREADS + 1; i++) {
            Reservation call = call(number.incrementAndGet(), ADA, daily(1, 1), 1, NOON);
            won.addAndGet(meter().reserve(ACME, call) instanceof Reserved ? 1 : 0);
          }
        });

    assertThat(won.get()).isEqualTo(1);
  }

  @Test
  void of_racing_calls_that_are_the_first_of_their_day_none_is_refused() throws Exception {
    var number = new AtomicLong();
    var refused = new AtomicLong();

    for (int day = 0; day < 5; day++) {
      Instant at = NOON.plus(Duration.ofDays(day));
      Metering.race(
          THREADS,
          () -> {
            Reservation call = call(number.incrementAndGet(), ADA, daily(1_000, 1_000), 1, at);
            refused.addAndGet(meter().reserve(ACME, call) instanceof Reserved ? 0 : 1);
          });
    }

    assertThat(refused.get()).isZero();
  }

  /// A third of the calls ask twice, a sixth is released, a sixth is never heard of again.
  @Test
  void whatever_calls_and_threads_do_the_counters_are_the_sum_of_the_calls() throws Exception {
    long limit = (long) THREADS * callsOfEach() / 3;
    var number = new AtomicLong();
    var committed = new AtomicLong();
    long seed = 20261120;

    Metering.race(
        THREADS,
        () -> {
          var random = new Random(seed + number.incrementAndGet());
          for (int i = 0; i < callsOfEach(); i++) {
            PersonId who = random.nextBoolean() ? ADA : BOB;
            committed.addAndGet(
                live(call(number.incrementAndGet(), who, daily(limit, limit), 1, NOON), random));
          }
        });

    clock.passes(Duration.ofMinutes(11));
    settling().run();
    upkeep().sweep(clock.instant(), Integer.MAX_VALUE);
    assertThat(usageOfAcme()).as("seed %d", seed).isEqualTo(new Usage(committed.get(), 0));
    assertThat(usageOf(ADA).used() + usageOf(BOB).used()).isEqualTo(committed.get());
    assertThat(committed.get()).isBetween(1L, limit);
    assertThat(upkeep().differences(NOON.atZone(ZoneOffset.UTC).toLocalDate())).isEmpty();
  }

  private int live(Reservation call, Random random) {
    Promise promise = meter().reserve(ACME, call);
    if (random.nextInt(3) == 0) {
      promise = meter().reserve(ACME, call);
    }
    if (promise instanceof Exhausted) {
      return 0;
    }
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> {
        meter().release(ACME, call.call());
        yield 0;
      }
      default -> {
        meter().commit(ACME, call.call());
        meter().commit(ACME, call.call());
        yield 1;
      }
    };
  }

  private long used(PersonId person, Allowance allowance, int attempts) {
    long count = 0;
    for (int i = 0; i < attempts; i++) {
      CallId id = Metering.fresh();
      Reservation call = Metering.call(id, person, allowance, 1, clock.instant(), EXPIRY);
      if (meter().reserve(ACME, call) instanceof Reserved) {
        meter().commit(ACME, id);
        count++;
      }
    }
    return count;
  }

  private Usage usageOf(PersonId person) {
    return meter().usage(ACME, charge(person, daily(10, 30), NOON));
  }

  private Usage usageOfAcme() {
    return meter().usage(ACME, daily(10, 30).charges(ADA, ACME.organization(), NOON).getLast());
  }

  private static Allowance.Charge charge(PersonId person, Allowance allowance, Instant at) {
    return allowance.charges(person, ACME.organization(), at).getFirst();
  }

  private static Reservation call(long number) {
    return call(number, ADA, daily(10, 30), 1, NOON);
  }

  private static Reservation call(
      long number, PersonId person, Allowance allowance, int units, Instant at) {
    return Metering.call(id(number), person, allowance, units, at, EXPIRY);
  }

  private static Reservation held(long number) {
    return held(number, ADA, daily(10, 30));
  }

  private static Reservation held(long number, PersonId person, Allowance allowance) {
    return Metering.held(
        call(number, person, allowance, 1, NOON), new ClaimId("0000000000000000000000000000000c"));
  }

  private static CallId id(long number) {
    return Metering.id(number);
  }

  private static Allowance daily(long person, long organization) {
    return allowance(Quota.daily(person), Quota.daily(organization), Overage.BLOCK);
  }

  private static Allowance allowance(Quota person, Quota organization, Overage overage) {
    return Metering.allowance(person, organization, overage);
  }
}
