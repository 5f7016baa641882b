package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Subscription.Event;
import dev.sallyport.domain.plan.Subscription.Event.Cancelled;
import dev.sallyport.domain.plan.Subscription.Event.Chosen;
import dev.sallyport.domain.plan.Subscription.Event.Paid;
import dev.sallyport.domain.plan.Subscription.Event.PaymentFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A subscription")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscriptionTest {
  private static final PlanId FREE = new PlanId("free");
  private static final PlanId PRO = new PlanId("pro");
  private static final PlanId ULTRA = new PlanId("ultra");
  private static final List<PlanId> PLANS = List.of(FREE, PRO, ULTRA);
  private static final Comparator<PlanId> ORDER = Comparator.comparingInt(PLANS::indexOf);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofDays(30));
  private static final Subscription ON_PRO =
      new Subscription(PRO, END, Optional.empty(), Optional.empty());

  @Test
  void is_upgraded_at_once() {
    assertThat(after(Subscription.unpaid(FREE), new Chosen(NOW, PRO, END))).isEqualTo(ON_PRO);
  }

  @Test
  void is_downgraded_at_the_end_of_what_is_paid() {
    Subscription onUltra = new Subscription(ULTRA, END, Optional.empty(), Optional.empty());
    Subscription leaving = after(onUltra, new Chosen(NOW, PRO, END));

    assertThat(leaving).isEqualTo(new Subscription(ULTRA, END, Optional.of(PRO), Optional.empty()));
    assertThat(leaving.at(END.minusNanos(1), FREE)).isEqualTo(leaving);
    assertThat(leaving.at(END, FREE)).isEqualTo(ON_PRO);
  }

  @Test
  void ends_when_what_is_paid_ends() {
    assertThat(after(ON_PRO, new Cancelled(NOW)).at(END, FREE))
        .isEqualTo(Subscription.unpaid(FREE));
  }

  @Test
  void goes_on_when_its_own_plan_is_chosen_again() {
    assertThat(after(after(ON_PRO, new Cancelled(NOW)), new Chosen(NOW, PRO, END)))
        .isEqualTo(ON_PRO);
  }

  @Test
  void is_changed_at_once_where_nobody_pays() {
    assertThat(after(Subscription.unpaid(ULTRA), new Cancelled(NOW)))
        .isEqualTo(Subscription.unpaid(FREE));
  }

  @Test
  void outlives_a_failed_payment_by_a_week() {
    Subscription failing = after(ON_PRO, new PaymentFailed(NOW));
    Instant lost = NOW.plus(Duration.ofDays(7));

    assertThat(failing.at(lost.minusNanos(1), FREE).plan()).isEqualTo(PRO);
    assertThat(failing.at(lost, FREE)).isEqualTo(Subscription.unpaid(FREE));
  }

  @Test
  void is_not_prolonged_by_failing_again() {
    Subscription failing = after(ON_PRO, new PaymentFailed(NOW));

    assertThat(after(failing, new PaymentFailed(NOW.plusSeconds(60)))).isEqualTo(failing);
  }

  @Test
  void is_whole_again_when_the_payment_comes() {
    Instant later = END.plus(Duration.ofDays(30));

    assertThat(after(after(ON_PRO, new PaymentFailed(NOW)), new Paid(NOW, later)))
        .isEqualTo(new Subscription(PRO, later, Optional.empty(), Optional.empty()));
  }

  @Test
  void is_not_shortened_by_a_payment_that_is_told_late() {
    assertThat(after(ON_PRO, new Paid(NOW, NOW))).isEqualTo(ON_PRO);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_its_promises_whatever_happens_in_whatever_order(long seed) {
    var random = new Random(seed);
    Subscription before = Subscription.unpaid(FREE);
    for (int step = 0; step < 500; step++) {
      // told late by up to two days, as often as not
      Instant at =
          NOW.plus(Duration.ofHours(12L * step)).minus(Duration.ofHours(random.nextInt(48)));
      Event event = anyEvent(random, at);
      Subscription then = before.at(at, FREE);
      Subscription after = after(before, event);
      assertPromisesKept(then, event, after);
      before = after;
    }
  }

  private static void assertPromisesKept(Subscription then, Event event, Subscription after) {
    assertThat(after(after, event)).as("the same event twice").isEqualTo(after);
    assertThat(ORDER.compare(after.plan(), then.plan()) > 0)
        .as("larger only by choosing so")
        .isEqualTo(
            event instanceof Chosen(_, PlanId wanted, _) && ORDER.compare(wanted, then.plan()) > 0);
    assertThat(ORDER.compare(after.plan(), then.plan()) < 0 && isPaid(then, event.at()))
        .as("what is paid is kept")
        .isFalse();
    assertThat(after.pending().filter(next -> ORDER.compare(next, after.plan()) >= 0))
        .as("only a smaller plan has to wait")
        .isEmpty();
    assertThat(after.graceEnds().filter(end -> end.isAfter(latestEnd(then, event))))
        .as("a week at most")
        .isEmpty();
    if (after.plan().equals(FREE)) {
      assertThat(after).isEqualTo(Subscription.unpaid(FREE));
    }
  }

  private static boolean isPaid(Subscription subscription, Instant at) {
    return !subscription.periodEnds().equals(Instant.MAX) && at.isBefore(subscription.periodEnds());
  }

  private static Instant latestEnd(Subscription then, Event event) {
    return then.graceEnds().orElse(event.at().plus(Subscription.GRACE));
  }

  private static Event anyEvent(Random random, Instant at) {
    Instant until = at.plus(Duration.ofDays(random.nextInt(1, 40)));
    return switch (random.nextInt(5)) {
      case 0 -> new Cancelled(at);
      case 1 -> new Paid(at, until);
      case 2 -> new PaymentFailed(at);
      default -> new Chosen(at, PLANS.get(random.nextInt(PLANS.size())), until);
    };
  }

  private static Subscription after(Subscription subscription, Event event) {
    return subscription.after(event, FREE, ORDER);
  }

  private static LongStream seeds() {
    return LongStream.range(0, 50);
  }
}
