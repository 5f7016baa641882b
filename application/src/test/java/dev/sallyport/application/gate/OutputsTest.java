package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms.Alarm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("An answer that its schema does not promise")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputsTest {
  @Test
  void is_told_all_the_same_and_raises_an_alarm_that_repeats_nothing_of_it() {
    try (var gate = aGate()) {
      gate.arguments.dislike("answer about");

      assertThat(gate.read("home")).isInstanceOf(Outcome.Answered.class);
      assertThat(gate.alarms.raised())
          .singleElement()
          .isInstanceOfSatisfying(
              Alarm.AnswerUnfit.class,
              alarm -> {
                assertThat(alarm.tool().value()).isEqualTo("messages.read");
                assertThat(alarm.where()).isEqualTo(List.of("/disliked"));
              });
    }
  }

  @Test
  void is_no_reason_to_say_that_a_write_was_not_done() {
    try (var gate = aGate()) {
      gate.arguments.dislike("done");

      assertThat(gate.send("hello", "bob@example.org")).isInstanceOf(Outcome.Answered.class);
      assertThat(gate.alarms.raised()).singleElement().isInstanceOf(Alarm.AnswerUnfit.class);
    }
  }

  @Test
  void is_found_among_the_first_ten_of_its_tool_and_then_in_every_so_many() {
    try (var gate = aGate()) {
      gate.arguments.dislike("answer");
      peek(gate, 10);
      assertThat(gate.alarms.raised()).hasSize(10);

      peek(gate, 1);
      assertThat(gate.alarms.raised()).hasSize(11);
      peek(gate, 4);
      assertThat(gate.alarms.raised()).hasSize(11);
      peek(gate, 6);
      assertThat(gate.alarms.raised()).hasSize(13);
      gate.read("home");
      assertThat(gate.alarms.raised()).hasSize(14);
    }
  }

  @Test
  void is_not_looked_for_where_that_is_switched_off() {
    try (var gate = aGate(OutputsTest::unwatched)) {
      gate.arguments.dislike("answer");
      gate.read("home");

      assertThat(gate.alarms.raised()).isEmpty();
    }
  }

  private static void peek(GateBench gate, int times) {
    IntStream.range(0, times).forEach(_ -> gate.call("messages.peek", said("home", "a")));
  }

  private static Means unwatched(Means it) {
    return new Means(
        it.arguments(),
        it.policies(),
        it.grants(),
        it.people(),
        it.organizations(),
        it.memberships(),
        it.plans(),
        it.toolSets(),
        it.accounts(),
        it.claims(),
        it.approvals(),
        it.spending(),
        it.taints(),
        it.meter(),
        it.limiter(),
        it.ledger(),
        it.entries(),
        it.cache(),
        it.changes(),
        it.units(),
        it.keys(),
        it.vault(),
        it.alarms(),
        it.randomness(),
        it.clock(),
        it.node(),
        0);
  }
}
