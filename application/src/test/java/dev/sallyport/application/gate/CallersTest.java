package dev.sallyport.application.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Who called of late")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallersTest {
  private static final Caller CALLER = GateBench.aGate().caller();

  private final Callers callers = new Callers();

  @Test
  void has_a_turn_once_and_another_after_a_pause_if_they_call_again() {
    callers.called(CALLER);
    assertThat(callers.due(GateBench.MORNING)).containsExactly(CALLER);
    assertThat(callers.due(GateBench.MORNING.plus(Callers.PAUSE))).isEmpty();

    callers.called(CALLER);
    assertThat(callers.due(GateBench.MORNING.plus(Callers.PAUSE.multipliedBy(2))))
        .containsExactly(CALLER);
    callers.called(CALLER);
    assertThat(callers.due(GateBench.MORNING.plus(Callers.PAUSE.multipliedBy(2)))).isEmpty();
  }

  @Test
  void has_a_turn_although_the_clock_was_set_back() {
    callers.called(CALLER);
    callers.due(GateBench.MORNING);
    callers.called(CALLER);

    assertThat(callers.due(GateBench.MORNING.minus(Duration.ofHours(1)))).containsExactly(CALLER);
  }

  @Test
  void is_looked_for_by_one_at_a_time() {
    assertThat(callers.begins(CALLER)).isTrue();
    assertThat(callers.begins(CALLER)).isFalse();

    callers.ended(CALLER);
    assertThat(callers.begins(CALLER)).isTrue();
  }
}
