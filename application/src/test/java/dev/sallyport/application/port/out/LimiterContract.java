package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Limiter.Admission;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Limiter.Admission.Limited;
import dev.sallyport.application.port.out.Limiter.Admission.TooHeavy;
import dev.sallyport.application.port.out.Limiter.Group;
import dev.sallyport.application.port.out.Limiter.Kind;
import dev.sallyport.application.port.out.Limiter.Lease;
import dev.sallyport.application.port.out.Limiter.Load;
import dev.sallyport.application.port.out.Limiter.Standing;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.plan.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Limiter] must do. Extend it; override nothing but [#limiter].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class LimiterContract {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final PersonId ADA = new PersonId("0000000000000000000000000000000a");
  private static final PersonId BOB = new PersonId("0000000000000000000000000000000b");
  private static final OrganizationId ACME = new OrganizationId("000000000000000000000000000000ac");
  private static final OrganizationId OTHER =
      new OrganizationId("000000000000000000000000000000ad");
  private static final int RACERS = 4;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));

  /// One that has admitted nobody yet.
  protected abstract Limiter limiter(InstantSource clock, Duration leaseTime);

  @Test
  void what_no_plan_bounds_meets_no_limit() {
    Limiter limiter = limiter(clock, LEASE);

    assertThat(admitted(limiter, load(SomePlans.OPEN), 200)).isEqualTo(200);
  }

  @Test
  void as_many_come_at_once_as_the_limit_says_and_then_one_for_each_part_of_the_minute() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(5)));
    assertThat(admitted(limiter, load, 10)).isEqualTo(5);

    clock.passes(Duration.ofSeconds(12).minusNanos(1_000));
    assertThat(limiter.admit(load)).isInstanceOf(Limited.class);
    clock.passes(Duration.ofNanos(1_000));
    assertThat(admitted(limiter, load, 2)).isEqualTo(1);
  }

  @Test
  void who_waits_as_long_as_told_is_admitted() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(7)));
    admitted(limiter, load, 7);
    Duration wait = ((Limited) limiter.admit(load)).retryAfter();

    clock.passes(wait);
    assertThat(limiter.admit(load)).isInstanceOf(Admitted.class);
  }

  @Test
  void each_limit_is_told_as_it_stands() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(5)));

    assertThat(((Admitted) limiter.admit(load)).standings())
        .containsExactly(new Standing(Level.KEY, Kind.MINUTE, 5, 4, Duration.ofSeconds(12)));
    admitted(limiter, load, 4);
    assertThat(limiter.admit(load))
        .isEqualTo(
            new Limited(
                new Standing(Level.KEY, Kind.MINUTE, 5, 0, Duration.ofMinutes(1)),
                Duration.ofSeconds(12)));
  }

  @Test
  void to_be_told_how_limits_stand_takes_nothing() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(5)));
    assertThat(limiter.standings(load))
        .containsExactly(new Standing(Level.KEY, Kind.MINUTE, 5, 5, Duration.ZERO));
    admitted(limiter, load, 2);

    assertThat(limiter.standings(load))
        .isEqualTo(limiter.standings(load))
        .containsExactly(new Standing(Level.KEY, Kind.MINUTE, 5, 3, Duration.ofSeconds(24)));
    clock.passes(Duration.ofHours(1));
    assertThat(limiter.standings(load))
        .containsExactly(new Standing(Level.KEY, Kind.MINUTE, 5, 5, Duration.ZERO));
  }

  @Test
  void what_no_plan_bounds_stands_nowhere() {
    assertThat(limiter(clock, LEASE).standings(load(SomePlans.OPEN))).isEmpty();
  }

  @Test
  void what_weighs_more_takes_more() {
    Limiter limiter = limiter(clock, LEASE);
    Plan plan = minutes(20, Long.MAX_VALUE);

    assertThat(admitted(limiter, load(ADA, ACME, plan, 5, Group.CORE), 9)).isEqualTo(4);
  }

  @Test
  void what_weighs_more_than_a_limit_holds_is_told_so() {
    Load load = load(ADA, ACME, minutes(20, Long.MAX_VALUE), 21, Group.CORE);

    assertThat(limiter(clock, LEASE).admit(load))
        .isEqualTo(new TooHeavy(Level.PERSON, Kind.MINUTE, 20));
  }

  @Test
  void expensive_calls_have_a_limit_of_their_own_besides() {
    Limiter limiter = limiter(clock, LEASE);
    Load expensive = load(ADA, ACME, minutes(20, 100), 5, Group.EXPENSIVE);

    assertThat(admitted(limiter, expensive, 3)).isEqualTo(1);
    assertThat(((Limited) limiter.admit(expensive)).standing().kind())
        .isEqualTo(Kind.EXPENSIVE_MINUTE);
    assertThat(limiter.admit(load(minutes(20, 100)))).isInstanceOf(Admitted.class);
  }

  @Test
  void what_the_organization_refuses_costs_the_person_nothing() {
    Limiter limiter = limiter(clock, LEASE);
    Plan plan = minutes(5, 6);
    admitted(limiter, load(BOB, ACME, plan, 1, Group.CORE), 5);
    admitted(limiter, load(ADA, ACME, plan, 1, Group.CORE), 1);

    Load refused = load(ADA, ACME, plan, 1, Group.CORE);
    assertThat(((Limited) limiter.admit(refused)).standing().level()).isEqualTo(Level.ORGANIZATION);
    assertThat(admitted(limiter, refused, 20)).isZero();
    clock.passes(Duration.ofSeconds(10));
    Admitted later = (Admitted) limiter.admit(refused);
    assertThat(later.standings().getFirst().remaining()).isEqualTo(3);
  }

  @Test
  void what_has_no_place_costs_no_unit() {
    Limiter limiter = limiter(clock, LEASE);
    Plan plan = bounding(new Bounds(Quota.NONE, Limit.of(5), Limit.of(1)));
    Lease first = lease(limiter, load(plan));
    assertThat(admitted(limiter, load(plan), 20)).isZero();

    limiter.release(first);
    assertThat(((Admitted) limiter.admit(load(plan))).standings().getFirst().remaining())
        .isEqualTo(3);
  }

  @Test
  void people_and_organizations_are_limited_each_for_themselves() {
    Limiter limiter = limiter(clock, LEASE);
    Plan plan = minutes(5, Long.MAX_VALUE);
    admitted(limiter, load(ADA, ACME, plan, 1, Group.CORE), 5);

    assertThat(limiter.admit(load(BOB, ACME, plan, 1, Group.CORE))).isInstanceOf(Admitted.class);
    assertThat(limiter.admit(load(ADA, OTHER, plan, 1, Group.CORE))).isInstanceOf(Admitted.class);
    assertThat(limiter.admit(load(ADA, ACME, plan, 1, Group.CORE))).isInstanceOf(Limited.class);
  }

  @Test
  void two_keys_of_a_person_share_what_the_person_has() {
    Limiter limiter = limiter(clock, LEASE);
    Plan plan = minutes(5, Long.MAX_VALUE);
    admitted(limiter, new Load("key-1", ADA, ACME, plan, 1, Group.CORE), 3);

    assertThat(admitted(limiter, new Load("key-2", ADA, ACME, plan, 1, Group.CORE), 9))
        .isEqualTo(2);
  }

  @Test
  void the_pool_of_one_plan_leaves_the_others_alone() {
    Limiter limiter = limiter(clock, LEASE);
    Plan rushed = SomePlans.pooled("rushed", new Pool(Limit.of(20), Limit.NONE));
    Plan calm = SomePlans.pooled("calm", new Pool(Limit.of(20), Limit.NONE));
    assertThat(admitted(limiter, load(rushed), 30)).isEqualTo(20);

    assertThat(limiter.admit(load(calm))).isInstanceOf(Admitted.class);
    clock.passes(Duration.ofSeconds(1));
    assertThat(admitted(limiter, load(rushed), 30)).isEqualTo(20);
  }

  @Test
  void a_place_is_free_again_when_its_lease_is_released_and_not_freed_twice() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(places(2));
    Lease first = lease(limiter, load);
    lease(limiter, load);
    assertThat(limiter.admit(load))
        .isEqualTo(
            new Limited(
                new Standing(Level.PERSON, Kind.CONCURRENT, 2, 0, Duration.ZERO),
                Duration.ofSeconds(1)));

    limiter.release(first);
    limiter.release(first);
    assertThat(admitted(limiter, load, 5)).isEqualTo(1);
  }

  @Test
  void a_lease_that_nobody_gives_back_is_forgotten_in_time() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(places(2));
    Lease lost = lease(limiter, load);
    lease(limiter, load);

    clock.passes(LEASE.minusNanos(1_000));
    assertThat(admitted(limiter, load, 1)).isZero();
    clock.passes(Duration.ofNanos(1_000));
    assertThat(admitted(limiter, load, 5)).isEqualTo(2);
    limiter.release(lost);
    assertThat(admitted(limiter, load, 1)).isZero();
  }

  @Test
  void a_larger_plan_does_not_come_with_a_full_bucket() {
    Limiter limiter = limiter(clock, LEASE);
    admitted(limiter, load(minutes(5, Long.MAX_VALUE)), 5);

    assertThat(admitted(limiter, load(minutes(20, Long.MAX_VALUE)), 30)).isEqualTo(15);
    assertThat(admitted(limiter, load(minutes(5, Long.MAX_VALUE)), 1)).isZero();
  }

  @Test
  void a_clock_that_is_set_back_gives_nothing_and_takes_nothing() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(5)));
    admitted(limiter, load, 5);

    clock.passes(Duration.ofSeconds(-30));
    assertThat(limiter.admit(load))
        .isEqualTo(
            new Limited(
                new Standing(Level.KEY, Kind.MINUTE, 5, 0, Duration.ofMinutes(1)),
                Duration.ofSeconds(12)));
    clock.passes(Duration.ofSeconds(12));
    assertThat(admitted(limiter, load, 5)).isEqualTo(1);
  }

  @Test
  void a_clock_that_was_an_hour_ahead_holds_nobody_up_for_that_hour() {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(SomePlans.bounding(Limit.of(5)));
    clock.passes(Duration.ofHours(1));
    admitted(limiter, load, 5);

    clock.passes(Duration.ofHours(-1));
    Duration wait = ((Limited) limiter.admit(load)).retryAfter();
    assertThat(wait).isEqualTo(Duration.ofSeconds(12));
    clock.passes(wait);
    assertThat(limiter.admit(load)).isInstanceOf(Admitted.class);
  }

  @Test
  void a_place_taken_while_the_clock_was_ahead_is_forgotten_in_time() {
    Limiter limiter = limiter(clock, LEASE);
    clock.passes(Duration.ofHours(1));
    lease(limiter, load(places(1)));

    clock.passes(Duration.ofHours(-1));
    assertThat(admitted(limiter, load(places(1)), 1)).isZero();
    clock.passes(LEASE);
    assertThat(admitted(limiter, load(places(1)), 1)).isEqualTo(1);
  }

  @Test
  void of_racing_calls_exactly_as_many_come_in_as_there_is_room() throws Exception {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(minutes(1_000, Long.MAX_VALUE));

    assertThat(race(() -> admitted(limiter, load, 500))).isEqualTo(1_000);
  }

  @Test
  void of_racing_calls_never_more_are_under_way_than_there_are_places() throws Exception {
    Limiter limiter = limiter(clock, LEASE);
    Load load = load(places(2));
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();

    race(() -> {
      for (int i = 0; i < 2_000; i++) {
        if (limiter.admit(load) instanceof Admitted(Lease lease, _)) {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          underWay.decrementAndGet();
          limiter.release(lease);
        }
      }
      return 0;
    });

    assertThat(most.get()).isBetween(1, 2);
    assertThat(admitted(limiter, load, 5)).isEqualTo(2);
  }

  /// Lets all start at once, as a barrier would not.
  private static int race(Callable<Integer> racer) throws Exception {
    var arrived = new AtomicInteger();
    Callable<Integer> spinning =
        () -> {
          arrived.incrementAndGet();
          while (arrived.get() < RACERS) {
            Thread.onSpinWait();
          }
          return racer.call();
        };
    int sum = 0;
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      List<Callable<Integer>> all = new ArrayList<>();
      IntStream.range(0, RACERS).forEach(_ -> all.add(spinning));
      for (var result : threads.invokeAll(all)) {
        sum += result.get();
      }
    }
    return sum;
  }

  private static int admitted(Limiter limiter, Load load, int attempts) {
    int count = 0;
    for (int i = 0; i < attempts; i++) {
      Admission admission = limiter.admit(load);
      count += admission instanceof Admitted ? 1 : 0;
    }
    return count;
  }

  private static Lease lease(Limiter limiter, Load load) {
    return ((Admitted) limiter.admit(load)).lease();
  }

  private static Load load(Plan plan) {
    return load(ADA, ACME, plan, 1, Group.CORE);
  }

  private static Load load(
      PersonId person, OrganizationId organization, Plan plan, int weight, Group group) {
    return new Load("key-of-" + person.value(), person, organization, plan, weight, group);
  }

  private static Plan minutes(long person, long organization) {
    return SomePlans.bounding(
        new Bounds(Quota.NONE, new Limit(person), Limit.NONE),
        new Bounds(Quota.NONE, new Limit(organization), Limit.NONE));
  }

  private static Plan places(long person) {
    return bounding(new Bounds(Quota.NONE, Limit.NONE, Limit.of(person)));
  }

  private static Plan bounding(Bounds person) {
    return SomePlans.bounding(person, Bounds.NONE);
  }
}
