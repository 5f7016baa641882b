package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.gate.Faults.Fault;
import dev.sallyport.application.gate.Faults.Step;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.domain.grant.Narrowing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What a caller may")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class EntitlementsTest {
  private static final String LOOK = "Grants.find";
  private static final Duration UNTIL_DUE = Duration.ofSeconds(8);
  private static final Duration UNTIL_OVER = Duration.ofSeconds(10);

  private final GateBench bench = aGate();
  private final Faults faults = new Faults();
  private final GateHouse house =
      GateHouse.of(List.of(bench.chat), faults.before(bench.means("node-2")));
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    faults.letGo();
    callers.close();
    house.close();
  }

  @Test
  void is_looked_up_once_for_all_who_call_at_the_same_time() throws Exception {
    faults.fail(new Step(LOOK, 1), Fault.SLOW);
    List<Future<Outcome>> calls = Stream.generate(this::begun).limit(20).toList();
    faults.awaitStuck();
    faults.letGo();

    for (Future<Outcome> call : calls) {
      assertThat(call.get()).isInstanceOf(Outcome.Answered.class);
    }
    assertThat(looks()).isEqualTo(1);
  }

  @Test
  void is_looked_up_again_early_and_nobody_else_waits_for_that() throws Exception {
    read();
    bench.after(UNTIL_DUE);
    faults.fail(new Step(LOOK, 1), Fault.SLOW);
    Future<Outcome> looking = begun();
    faults.awaitStuck();

    assertThat(read()).isInstanceOf(Outcome.Answered.class);
    assertThat(looking.isDone()).isFalse();
    faults.letGo();
    assertThat(looking.get()).isInstanceOf(Outcome.Answered.class);
    assertThat(looks()).isEqualTo(1);
  }

  @Test
  void counts_to_its_end_while_the_store_is_away_and_no_longer() throws Exception {
    read();
    faults.fail(Step.every(LOOK), Fault.AWAY_BEFORE);

    bench.after(UNTIL_DUE);
    assertThat(read()).isInstanceOf(Outcome.Answered.class);
    bench.after(UNTIL_OVER.minus(UNTIL_DUE));
    assertThat(read()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void is_over_at_once_when_something_changed_and_the_store_is_away() throws Exception {
    read();
    bench.after(UNTIL_DUE);
    bench.narrowed(Narrowing.toRecipients("+1"));
    faults.fail(Step.every(LOOK), Fault.AWAY_BEFORE);

    assertThat(read()).isInstanceOf(Outcome.Unavailable.class);
  }

  private Outcome read() throws InterruptedException, ExecutionException {
    return begun().get();
  }

  private Future<Outcome> begun() {
    return callers.submit(
        () -> house.gate().call(bench.command("messages.read", said("home", "about"))).outcome());
  }

  private long looks() {
    return faults.taken().stream().filter(step -> step.method().equals(LOOK)).count();
  }
}
