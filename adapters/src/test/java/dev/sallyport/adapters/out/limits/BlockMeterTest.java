package dev.sallyport.adapters.out.limits;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.BOB;
import static dev.sallyport.application.port.out.Metering.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryMeter;
import dev.sallyport.application.fake.InMemoryMeterUpkeep;
import dev.sallyport.application.fake.InMemoryQuotaBlocks;
import dev.sallyport.application.fake.InMemoryUnitOfWork;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Meter.Promise.Reserved;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.application.port.out.MeterContract;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With blocks,")
class BlockMeterTest extends MeterContract {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final PersonId CLEO = new PersonId("0000000000000000000000000000000c");
  private static final Allowance LARGE = daily(10_000);

  private final InMemoryMeter books = new InMemoryMeter();
  private final CountingRandomness randomness = new CountingRandomness();
  private final UnitOfWork units = new InMemoryUnitOfWork(books);
  private final BrittleBlocks brittle = new BrittleBlocks(new InMemoryQuotaBlocks(books));
  private final BlockMeter here = node(brittle);
  private final BlockMeter there = node(new InMemoryQuotaBlocks(books));

  @Override
  protected Meter meter() {
    return here;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }

  @Override
  protected MeterUpkeep upkeep() {
    return new InMemoryMeterUpkeep(books);
  }

  @Override
  protected Runnable settling() {
    return () -> {
      here.tend();
      here.close();
    };
  }

  @Override
  protected int callsOfEach() {
    return 200;
  }

  @Test
  void a_busy_person_is_served_from_a_block_and_what_was_served_is_written_down_later() {
    assertThat(used(here, LARGE, 10)).isEqualTo(10);
    assertThat(usage().reserved()).isPositive();
    here.tend();

    assertThat(usage().used()).isEqualTo(10);
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void a_person_who_calls_now_and_then_takes_no_block() {
    for (int i = 0; i < 10; i++) {
      used(here, LARGE, 1);
      clock.passes(Duration.ofSeconds(2));
    }

    assertThat(usage()).isEqualTo(new Usage(10, 0));
  }

  @Test
  void the_next_block_is_there_before_one_is_used_up() {
    used(here, LARGE, 4 + 9);
    brittle.giveNone();

    assertThat(used(here, LARGE, 7 + 16)).isEqualTo(7 + 16);
    assertThat(usage().used()).as("by rows").isEqualTo(4);
  }

  @Test
  void what_was_fetched_ahead_and_is_not_used_is_given_back() {
    used(here, LARGE, 4 + 9);
    assertThat(brittle.asked()).isEqualTo(2);
    clock.passes(Duration.ofSeconds(5));
    here.tend();

    assertThat(usage()).isEqualTo(new Usage(13, 0));
  }

  @Test
  void what_cannot_be_fetched_ahead_hinders_no_call() {
    used(here, LARGE, 4 + 1);
    brittle.giveNone();

    assertThat(used(here, LARGE, 15)).isEqualTo(15);
  }

  @Test
  void a_block_that_is_still_being_fetched_at_the_end_is_given_back() throws Exception {
    var ahead = new LinkedBlockingQueue<Runnable>();
    var meter = new BlockMeter(books, brittle, randomness, clock, ahead::add);
    used(meter, LARGE, 4 + 9);
    Thread closing = Thread.startVirtualThread(meter::close);
    ahead.take().run();
    closing.join();

    assertThat(usage()).isEqualTo(new Usage(13, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void what_nobody_uses_is_given_back() {
    used(here, LARGE, 10);
    clock.passes(Duration.ofSeconds(5));
    here.tend();

    assertThat(usage()).isEqualTo(new Usage(10, 0));
  }

  @Test
  void everything_is_given_back_at_the_end() {
    used(here, LARGE, 10);
    here.close();

    assertThat(usage()).isEqualTo(new Usage(10, 0));
  }

  @Test
  void a_call_that_never_ends_does_not_hold_its_block_for_ever() {
    used(here, LARGE, 10);
    here.reserve(ACME, call(Metering.fresh(), ADA, LARGE));
    clock.passes(Duration.ofMinutes(10));
    here.tend();

    assertThat(usage()).isEqualTo(new Usage(10, 0));
  }

  @Test
  void two_instances_together_stay_within_the_quota_and_use_it_up() {
    long total = 0;
    for (int i = 0; i < 20; i++) {
      total += used(here, daily(1_000), 40) + used(there, daily(1_000), 40);
    }
    here.close();
    total += used(there, daily(1_000), 1_000);

    assertThat(total).isEqualTo(1_000);
    there.close();
    assertThat(usage()).isEqualTo(new Usage(1_000, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void what_an_instance_held_when_it_was_lost_stays_counted() {
    long byTheLost = used(here, daily(1_000), 100);
    clock.passes(Duration.ofSeconds(60));
    upkeep().sweep(clock.instant(), 10);
    long byTheOther = used(there, daily(1_000), 2_000);
    there.close();

    assertThat(usage()).isEqualTo(new Usage(1_000, 0));
    assertThat(byTheLost + byTheOther).isBetween(900L, 1_000L);
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void an_instance_that_was_only_away_tells_what_it_served_and_takes_nothing_more() {
    used(here, daily(1_000), 100);
    clock.passes(Duration.ofSeconds(60));
    upkeep().sweep(clock.instant(), 10);
    Usage writtenOff = usage();
    here.tend();

    assertThat(usage()).isEqualTo(writtenOff);
    assertThat(upkeep().differences(TODAY)).isEmpty();
    here.close();
    assertThat(usage()).isEqualTo(writtenOff);
  }

  @Test
  void what_was_written_down_without_an_answer_is_neither_served_again_nor_lost() {
    long total = 0;
    for (int i = 0; i < 10; i++) {
      total += used(here, daily(100), 9);
      brittle.cutOnce();
      here.tend();
      here.tend();
    }
    total += used(here, daily(100), 50);
    here.close();

    assertThat(total).isEqualTo(100);
    assertThat(usage()).isEqualTo(new Usage(100, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void a_person_whose_block_cannot_be_written_down_is_served_and_holds_up_nobody_else() {
    brittle.failFor(ADA);
    used(here, LARGE, ADA, 40);
    used(here, LARGE, BOB, 40);
    here.tend();

    assertThat(used(here, LARGE, ADA, 40)).isEqualTo(40);
    assertThat(usage(BOB).used()).isEqualTo(40);
  }

  @Test
  void at_the_end_a_block_that_cannot_be_written_down_holds_up_no_other() {
    brittle.failFor(ADA);
    used(here, LARGE, ADA, 10);
    used(here, LARGE, BOB, 10);
    used(here, LARGE, CLEO, 10);
    here.close();

    assertThat(usage(BOB)).isEqualTo(new Usage(10, 0));
    assertThat(usage(CLEO)).isEqualTo(new Usage(10, 0));
  }

  @Test
  void the_end_does_not_wait_for_one_person_after_the_other_while_the_database_is_away() {
    for (int i = 0; i < 20; i++) {
      used(here, LARGE, new PersonId("%032x".formatted(0x100 + i)), 4 + 9);
    }
    brittle.goAway(() -> clock.passes(Duration.ofSeconds(2)));
    here.close();

    assertThat(brittle.vain()).isEqualTo(3);
  }

  @Test
  void what_could_not_be_written_down_is_once_it_can() {
    brittle.failFor(ADA);
    used(here, LARGE, 10);
    here.tend();
    brittle.failNoMore();
    here.tend();

    assertThat(usage()).isEqualTo(new Usage(10, 0));
  }

  @Test
  void while_blocks_cannot_be_written_down_no_more_than_the_next_is_taken() {
    brittle.failFor(ADA);
    used(here, LARGE, 100);

    assertThat(brittle.asked()).isEqualTo(2);
  }

  @Test
  void calls_are_served_while_others_are_being_written_down_and_each_is_counted_once() {
    var served = new AtomicLong();
    used(here, LARGE, 10);
    brittle.meanwhile(() ->
        served.set(
            CompletableFuture.supplyAsync(() -> used(here, LARGE, 5), Thread::startVirtualThread)
                .completeOnTimeout(0L, 5, TimeUnit.SECONDS)
                .join()));
    here.tend();
    assertThat(served).as("while it was written").hasValue(5);
    assertThat(usage().used()).isEqualTo(10);
    here.close();

    assertThat(usage()).isEqualTo(new Usage(15, 0));
    assertThat(here.held()).isZero();
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void a_block_whose_last_call_ends_while_it_is_written_down_is_not_given_back_before_that_call() {
    CallId last = Metering.fresh();
    used(here, LARGE, 10);
    here.reserve(ACME, call(last, ADA, LARGE));
    brittle.meanwhile(() ->
        CompletableFuture.runAsync(() -> here.commit(ACME, last), Thread::startVirtualThread)
            .join());
    here.close();
    assertThat(usage().used()).isEqualTo(10);
    here.tend();

    assertThat(usage()).isEqualTo(new Usage(11, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void where_nothing_can_be_fetched_ahead_blocks_are_fetched_when_needed() {
    var meter =
        new BlockMeter(
            books,
            brittle,
            randomness,
            clock,
            _ -> {
              throw new RejectedExecutionException("no thread is left");
            });

    assertThat(used(meter, LARGE, 4 + 40)).isEqualTo(4 + 40);
    meter.close();
    assertThat(usage()).isEqualTo(new Usage(4 + 40, 0));
  }

  @Test
  void a_block_that_was_written_off_serves_no_more() {
    used(here, LARGE, 10);
    clock.passes(Duration.ofSeconds(58));
    used(here, LARGE, 1);
    clock.passes(Duration.ofSeconds(2));
    upkeep().sweep(clock.instant(), 10);
    here.tend();
    used(here, LARGE, 5);

    assertThat(brittle.asked()).isEqualTo(2);
  }

  @Test
  void what_is_written_down_is_forgotten_although_no_other_block_can_be_taken() {
    used(here, LARGE, 10);
    brittle.giveNone();
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> used(here, LARGE, 100));
    brittle.giveAgain();
    here.tend();

    assertThat(here.held()).isZero();
  }

  @Test
  void units_that_it_only_holds_are_not_told_as_used() {
    used(here, LARGE, ADA, 10);
    used(here, LARGE, BOB, 13);

    assertThat(sum(here.usage(ACME, ofAda()))).isEqualTo(10);
    assertThat(sum(here.usage(ACME, ofAcme()))).isEqualTo(23);
    here.tend();
    assertThat(here.usage(ACME, ofAda())).isEqualTo(new Usage(10, 0));
  }

  @Test
  void a_call_that_is_under_way_is_told_as_used_and_one_that_was_not_made_is_not() {
    CallId call = Metering.fresh();
    used(here, LARGE, 10);
    here.reserve(ACME, call(call, ADA, LARGE));
    assertThat(sum(here.usage(ACME, ofAda()))).isEqualTo(11);
    here.release(ACME, call);

    assertThat(sum(here.usage(ACME, ofAda()))).isEqualTo(10);
  }

  @Test
  void units_that_another_instance_holds_are_told_as_used_until_it_gives_them_back() {
    used(there, LARGE, 10);
    assertThat(here.usage(ACME, ofAda())).isEqualTo(usage());
    there.close();

    assertThat(here.usage(ACME, ofAda())).isEqualTo(new Usage(10, 0));
  }

  @Test
  void units_of_a_block_that_others_may_take_for_lost_are_told_as_used() {
    used(here, LARGE, 10);
    clock.passes(Duration.ofSeconds(60));
    assertThat(here.usage(ACME, ofAda())).isEqualTo(usage());
    upkeep().sweep(clock.instant(), 10);

    assertThat(here.usage(ACME, ofAda())).isEqualTo(usage());
  }

  @Test
  void units_that_are_given_back_while_it_looks_are_not_taken_off_twice() {
    var rows = new SlowRows(books);
    var meter = new BlockMeter(rows, brittle, randomness, clock, Runnable::run);
    used(meter, LARGE, 10);
    rows.before(() -> {
      clock.passes(Duration.ofSeconds(5));
      meter.tend();
    });

    assertThat(meter.usage(ACME, ofAda())).isEqualTo(new Usage(10, 0));
  }

  @Test
  void units_that_are_taken_while_it_looks_are_not_taken_off_what_was_told_before() {
    var rows = new SlowRows(books);
    var meter = new BlockMeter(rows, brittle, randomness, clock, Runnable::run);
    rows.after(() -> used(meter, LARGE, 10));
    used(there, LARGE, 20);
    there.close();

    assertThat(meter.usage(ACME, ofAda())).isEqualTo(new Usage(20, 0));
  }

  private static long sum(Usage usage) {
    return usage.used() + usage.reserved();
  }

  private static Allowance.Charge ofAda() {
    return LARGE.charges(ADA, ACME.organization(), NOON).getFirst();
  }

  private static Allowance.Charge ofAcme() {
    return LARGE.charges(ADA, ACME.organization(), NOON).getLast();
  }

  private long used(BlockMeter node, Allowance allowance, int attempts) {
    return used(node, allowance, ADA, attempts);
  }

  private long used(BlockMeter node, Allowance allowance, PersonId person, int attempts) {
    long count = 0;
    for (int i = 0; i < attempts; i++) {
      CallId id = Metering.fresh();
      if (node.reserve(ACME, call(id, person, allowance)) instanceof Reserved) {
        node.commit(ACME, id);
        count++;
      }
    }
    return count;
  }

  private Usage usage() {
    return usage(ADA);
  }

  private Usage usage(PersonId person) {
    return books.usage(ACME, LARGE.charges(person, ACME.organization(), NOON).getFirst());
  }

  private BlockMeter node(QuotaBlocks blocks) {
    return new BlockMeter(books, blocks, randomness, clock, Runnable::run);
  }

  private Meter.Reservation call(CallId id, PersonId person, Allowance allowance) {
    return Metering.call(
        id, person, allowance, 1, clock.instant(), clock.instant().plus(Duration.ofMinutes(10)));
  }

  private static Allowance daily(long units) {
    return Metering.allowance(Quota.daily(units), Quota.daily(100_000), Overage.BLOCK);
  }
}
