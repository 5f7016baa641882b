package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;
import static dev.sallyport.application.port.out.Metering.CHAT;
import static dev.sallyport.application.port.out.Metering.LIST;
import static dev.sallyport.application.port.out.Metering.NOON;
import static dev.sallyport.application.port.out.Metering.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.Meter.Settling;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.application.port.out.QuotaBlocks.Request;
import dev.sallyport.application.port.out.QuotaBlocks.Spending;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import dev.sallyport.application.port.out.QuotaBlocks.State;
import dev.sallyport.application.port.out.QuotaBlocks.Taking;
import dev.sallyport.application.port.out.QuotaBlocks.Taking.Scarce;
import dev.sallyport.application.port.out.QuotaBlocks.Taking.Taken;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [QuotaBlocks] must do. Extend it and say where its books are.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class QuotaBlocksContract {
  private static final Instant LEASE = NOON.plusSeconds(60);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final int RACERS = 8;

  /// The same one for the whole test, without any use at first.
  protected abstract QuotaBlocks blocks();

  /// The meter and the upkeep of the same books.
  protected abstract Meter meter();

  protected abstract MeterUpkeep upkeep();

  @Test
  void a_block_counts_as_promised_from_the_moment_it_is_taken() {
    assertThat(taken(1, 64, daily(10_000, 20_000))).isEqualTo(64);

    assertThat(usage()).isEqualTo(new Usage(0, 64));
  }

  @Test
  void a_block_is_small_where_little_is_left() {
    assertThat(taken(1, 64, daily(160, 20_000))).isEqualTo(10);
    assertThat(taken(2, 64, daily(20_000, 170))).isEqualTo(10);
  }

  @Test
  void no_block_is_to_be_had_where_it_would_hold_too_little() {
    assertThat(blocks().take(ACME, request(1, 4, 64, daily(63, 20_000)))).isEqualTo(new Scarce());
    assertThat(blocks().take(ACME, request(2, 4, 64, daily(64, 20_000)))).isInstanceOf(Taken.class);
    assertThat(usage()).isEqualTo(new Usage(0, 4));
  }

  @Test
  void a_call_that_a_block_served_is_counted_once_however_often_it_is_told() {
    taken(1, 10, daily(10_000, 20_000));

    assertThat(spend(1, call(11), call(12))).isEqualTo(new Spending(State.OPEN, 2));
    assertThat(spend(1, call(12), call(13))).isEqualTo(new Spending(State.OPEN, 1));
    assertThat(usage()).isEqualTo(new Usage(3, 7));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void a_call_that_was_promised_units_besides_counts_once_whoever_tells_it_first() {
    taken(1, 10, daily(10_000, 20_000));
    meter().reserve(ACME, promised(11));
    meter().reserve(ACME, promised(12));
    spend(1, call(11));
    assertThat(meter().commit(ACME, id(11))).isEqualTo(Settling.COUNTED);
    assertThat(meter().commit(ACME, id(12))).isEqualTo(Settling.COUNTED);
    spend(1, call(12));

    assertThat(usage()).isEqualTo(new Usage(2, 9));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void more_than_a_block_holds_cannot_be_spent() {
    taken(1, 1, daily(10_000, 20_000));

    assertThatThrownBy(() -> spend(1, call(11), call(12))).isInstanceOf(RuntimeException.class);
    assertThat(usage()).isEqualTo(new Usage(0, 1));
  }

  @Test
  void what_is_left_is_given_back_once() {
    taken(1, 10, daily(10_000, 20_000));
    spend(1, call(11));
    blocks().close(ACME, id(1));
    blocks().close(ACME, id(1));
    assertThat(spend(1)).isEqualTo(new Spending(State.WRITTEN_OFF, 0));

    assertThat(usage()).isEqualTo(new Usage(1, 0));
  }

  @Test
  void a_block_of_an_instance_that_is_lost_stays_counted() {
    taken(1, 10, daily(10_000, 20_000));
    spend(1, call(11));
    upkeep().sweep(LEASE, 10);

    assertThat(usage()).isEqualTo(new Usage(10, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void what_was_taken_for_lost_may_still_be_told_and_counts_no_more() {
    taken(1, 10, daily(10_000, 20_000));
    upkeep().sweep(LEASE, 10);

    assertThat(spend(1, call(11), call(12))).isEqualTo(new Spending(State.WRITTEN_OFF, 2));
    assertThat(spend(1, call(12))).isEqualTo(new Spending(State.WRITTEN_OFF, 0));
    assertThat(usage()).isEqualTo(new Usage(10, 0));
    assertThat(upkeep().differences(TODAY)).isEmpty();
  }

  @Test
  void racing_blocks_never_take_more_than_there_is() throws Exception {
    var number = new AtomicLong();
    var units = new AtomicLong();

    Metering.race(
        RACERS,
        () -> {
          for (int i = 0; i < 100; i++) {
            Request request = request(number.incrementAndGet(), 1, 8, daily(1_000, 20_000));
            if (blocks().take(ACME, request) instanceof Taken(int size, _)) {
              units.addAndGet(size);
            }
          }
        });

    assertThat(units.get()).isBetween(985L, 1_000L);
    assertThat(usage()).isEqualTo(new Usage(0, units.get()));
  }

  private int taken(long block, int wanted, Allowance allowance) {
    Taking taking = blocks().take(ACME, request(block, 1, wanted, allowance));
    return ((Taken) taking).units();
  }

  private Spending spend(long block, Spent... calls) {
    return blocks().spend(ACME, id(block), List.of(calls), LEASE);
  }

  private Usage usage() {
    return meter().usage(ACME, daily(1, 1).charges(ADA, ACME.organization(), NOON).getLast());
  }

  private static Request request(long block, int needed, int wanted, Allowance allowance) {
    return new Request(id(block), "node", ADA, allowance, NOON, needed, wanted, LEASE);
  }

  private static Spent call(long number) {
    return new Spent(id(number), CHAT, LIST, 1, NOON);
  }

  private static Reservation promised(long number) {
    return Metering.call(id(number), ADA, daily(10_000, 20_000), 1, NOON, LEASE);
  }

  private static Allowance daily(long person, long organization) {
    return Metering.allowance(Quota.daily(person), Quota.daily(organization), Overage.BLOCK);
  }
}
