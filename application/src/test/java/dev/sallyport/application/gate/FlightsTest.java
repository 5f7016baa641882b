package dev.sallyport.application.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.gate.Flights.Aboard;
import dev.sallyport.application.gate.Flights.Flight;
import dev.sallyport.application.gate.Flights.Passenger;
import dev.sallyport.application.port.in.CallTool.Listener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A flight")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class FlightsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @AutoClose private final Workers workers = new Workers(new SettableClock(NOON));
  private final Flights<String, String> flights = new Flights<>(workers);
  private final CountDownLatch letGo = new CountDownLatch(1);

  @Test
  void may_last_as_long_as_the_most_patient_aboard_waits() throws Exception {
    Function<Aboard, Callable<String>> telling =
        aboard ->
            () -> {
              letGo.await();
              return aboard.deadline().toString();
            };

    Flight<String> flight = flights.join("key", until(NOON.plusSeconds(2)), telling);
    flights.join("key", until(NOON.plusSeconds(9)), telling);
    flights.join("key", until(NOON.plusSeconds(5)), telling);
    letGo.countDown();

    assertThat(flight.result().get()).isEqualTo(NOON.plusSeconds(9).toString());
  }

  @Test
  void begins_no_more_once_its_instance_goes_down() {
    workers.close();

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> flights.join("key", until(NOON), _ -> this::hang))
        .withMessage("the gate, which is closing");
    assertThat(flights.count()).isZero();
  }

  @Test
  void that_everybody_left_is_told_so_and_takes_nobody_on() throws Exception {
    var told = new ArrayList<Aboard>();
    Passenger first = until(NOON);
    var secondGone = new AtomicBoolean();
    Function<Aboard, Callable<String>> hanging =
        aboard -> {
          told.add(aboard);
          return this::hang;
        };
    flights.join("key", first, hanging);
    flights.join("key", new Passenger(NOON, goneOnce(secondGone)), hanging);
    first.leaves();
    assertThat(told).singleElement().matches(aboard -> !aboard.gone());
    secondGone.set(true);

    Flight<String> next = flights.join("key", until(NOON), _ -> () -> "new");

    assertThat(told).singleElement().matches(Aboard::gone);
    assertThat(next.result().get()).isEqualTo("new");
    letGo.countDown();
  }

  @Test
  void tells_what_it_tells_to_nobody_who_left() {
    var told = new ArrayList<String>();
    var under = new ArrayList<Aboard>();
    Passenger first = new Passenger(NOON, hearing("first", told));
    flights.join(
        "key",
        first,
        aboard -> {
          under.add(aboard);
          return this::hang;
        });
    flights.join("key", new Passenger(NOON, hearing("second", told)), _ -> this::hang);

    under.getFirst().progress(1, 2);
    first.leaves();
    under.getFirst().progress(2, 2);
    letGo.countDown();

    assertThat(told).containsExactly("first 1.0", "second 1.0", "second 2.0");
  }

  @Test
  void is_forgotten_once_it_is_over() throws Exception {
    flights.join("key", until(NOON), _ -> () -> "over").result().get();

    while (flights.count() > 0) {
      Thread.onSpinWait();
    }
    assertThat(flights.join("key", until(NOON), _ -> () -> "next").result().get())
        .isEqualTo("next");
  }

  private static Passenger until(Instant deadline) {
    return new Passenger(deadline, Listener.PATIENT);
  }

  private static Listener goneOnce(AtomicBoolean gone) {
    return new Listener() {
      @Override
      public boolean gone() {
        return gone.get();
      }

      @Override
      public void progress(double done, double of) {}
    };
  }

  private static Listener hearing(String name, List<String> told) {
    return new Listener() {
      @Override
      public boolean gone() {
        return false;
      }

      @Override
      public void progress(double done, double of) {
        told.add(name + " " + done);
      }
    };
  }

  private String hang() throws InterruptedException {
    letGo.await();
    return "old";
  }
}
