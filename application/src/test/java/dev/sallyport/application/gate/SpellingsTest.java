package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.FlatArguments;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A tool whose name has dots")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpellingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"messages.read", "messages_read", "phone_messages.read", "phone_messages_read"})
  void is_called_with_dots_or_underscores(String name) {
    assertThat(aGate().linkedTo("key-1").call(name, said("home", "a")))
        .isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"messages-read", "phone.messages.read", "Messages_read", "messages__read"})
  void is_called_in_no_other_way(String name) {
    assertThat(aGate().linkedTo("key-1").call(name, said("home", "a")))
        .isEqualTo(new Outcome.UnknownTool());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.read", "messages_read"})
  void is_found_by_either_and_goes_by_one_name(String name) {
    GateBench bench = aGate();

    assertThat(bench.gate().find(bench.caller(), new ToolName(name)))
        .hasValueSatisfying(
            tool -> assertThat(tool.spec().name()).isEqualTo(new ToolName("messages.read")));
  }

  @Test
  void is_listed_once() {
    GateBench bench = aGate();

    assertThat(bench.gate().list(bench.caller()))
        .extracting(it -> it.spec().name().underscored())
        .doesNotHaveDuplicates();
  }

  @Test
  void is_one_tool_in_the_ledger() {
    GateBench bench = aGate();
    bench.call("messages_peek", said("home", "a"));
    bench.call("messages_read", "{}");

    assertThat(bench.ledger())
        .extracting(it -> it.facts().of(Fact.TOOL).orElseThrow())
        .containsExactlyInAnyOrder("messages.peek", "messages.read");
  }

  @Test
  void writes_once_under_one_key_however_it_is_spelled() {
    GateBench bench = aGate();
    bench.call("notes.write", keyed("k", said("home", "a")));

    assertThat(bench.call("notes_write", keyed("k", said("home", "a"))))
        .isInstanceOf(Outcome.AnsweredBefore.class);
    assertThat(bench.ledger(Kind.CLAIMED)).hasSize(1);
  }

  @Test
  void is_told_without_a_gate_as_with_one() {
    GateBench bench = aGate();
    List<Listed> told = GateHouse.tools(List.of(bench.chat, bench.phone), new FlatArguments());

    assertThat(told).isEqualTo(bench.gate().all()).hasSize(14);
  }
}
