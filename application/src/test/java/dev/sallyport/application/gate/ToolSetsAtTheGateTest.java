package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.CLIENT;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.aGateOffering;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.in.ListTools.Listing;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A client that is offered a set of tools")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolSetsAtTheGateTest {
  private static final ClientId OTHER = new ClientId("client-2");

  @Test
  void lists_those_and_no_other() {
    assertThat(names(offering("messages.read", "notes.wr*")))
        .containsExactly("messages.read", "notes.write");
  }

  @Test
  void finds_none_of_the_others() {
    GateBench bench = offering("messages.read");

    assertThat(bench.gate().find(bench.caller(), new ToolName("messages.read"))).isPresent();
    assertThat(bench.gate().find(bench.caller(), new ToolName("messages.peek"))).isEmpty();
    assertThat(bench.gate().find(bench.caller(), new ToolName("messages_peek"))).isEmpty();
  }

  @Test
  void calls_those_as_ever() {
    assertThat(offering("messages.read").read("home")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void hears_of_another_what_it_hears_of_a_tool_there_is_not() {
    Answer missing = limited(offering("messages.read")).answer("messages.forge", said("home", "a"));

    assertThat(
            List.of(
                limited(offering("messages.read")).answer("messages.search", said("home", "a")),
                limited(offering("messages.read")).answer("messages_search", said("home", "a")),
                limited(offering("messages.read")).answer("messages.send", "{}"),
                limited(offering("messages.read"))
                    .withToken(Scopes.NONE)
                    .answer("notes.write", said("home", "a"))))
        .allSatisfy(hidden -> {
          assertThat(hidden.outcome()).isEqualTo(missing.outcome());
          assertThat(hidden.standings()).isEqualTo(missing.standings());
        });
    assertThat(missing.outcome()).isEqualTo(new Outcome.UnknownTool());
  }

  @Test
  void reaches_no_backend_by_another_and_is_one_denial_in_the_ledger() {
    GateBench bench = offering("messages.read");
    bench.call("messages.peek", said("home", "a"));

    assertThat(bench.chat.asked()).isEmpty();
    assertThat(bench.ledger())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.kind()).isEqualTo(Kind.DENIED);
          assertThat(entry.facts().of(Fact.RULE)).hasValue("client-is-offered-tool");
          assertThat(entry.facts().of(Fact.TOOL)).hasValue("messages.peek");
        });
  }

  @Test
  void keeps_nothing_from_clients_that_stand_in_no_set() {
    GateBench bench = offering("messages.read");
    List<String> few = names(bench);
    Listing listed = bench.gate().listing(bench.caller());

    bench.byGrantOf(OTHER);

    assertThat(names(bench))
        .hasSizeGreaterThan(few.size())
        .containsAll(names(aGate().byGrantOf(OTHER)));
    assertThat(bench.gate().remembered(bench.caller()))
        .hasValueSatisfying(remembered -> assertThat(remembered).isNotSameAs(listed));
    assertThat(bench.call("messages.peek", said("home", "a"))).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void is_not_told_apart_from_one_whose_list_is_the_same() {
    GateBench bench = offering("*");
    Listing listed = bench.gate().listing(bench.caller());

    bench.byGrantOf(OTHER);

    assertThat(bench.gate().listing(bench.caller())).isSameAs(listed);
  }

  @Test
  void is_known_by_its_grant_and_not_by_what_it_says_of_itself() {
    GateBench bench = offering("messages.read").throughClient(OTHER);

    assertThat(names(bench)).isEmpty();
    assertThat(bench.call("messages.peek", said("home", "a"))).isEqualTo(new Outcome.UnknownTool());
  }

  @Test
  void searches_all_that_its_grant_reaches_where_it_is_offered_the_search() {
    var concierge = new Concierge();
    var wiki = new ScriptedBackend("wiki", "wiki", Backend.Linking.NONE);
    wiki.documents.finds("w1");
    GateBench bench = aGateOffering(set("search"), concierge, wiki);

    bench.call("search", "{\"text\":\"about\"}");

    assertThat(concierge.found)
        .singleElement()
        .satisfies(found ->
            assertThat(found.matches()).extracting(match -> match.hit().title()).contains("w1"));
  }

  @Test
  void reads_resources_which_are_no_tools() {
    assertThat(offering("messages.read").readResource("script://chat/about"))
        .isInstanceOf(Outcome.Answered.class);
  }

  private static GateBench offering(String... tools) {
    return aGateOffering(set(tools));
  }

  private static ToolSet set(String... tools) {
    return new ToolSet("some", Set.of(CLIENT), List.of(tools));
  }

  private static GateBench limited(GateBench bench) {
    return bench.onPlan(
        SomePlans.bounding(new Bounds(Quota.NONE, Limit.of(20), Limit.NONE), Bounds.NONE));
  }

  private static List<String> names(GateBench bench) {
    return bench.gate().list(bench.caller()).stream()
        .map(Listed::spec)
        .map(spec -> spec.name().value())
        .toList();
  }
}
