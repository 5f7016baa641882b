package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListSources.Listing;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a backend offers besides tools")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {
  private static final String ABOUT = "script://chat/about";
  private static final ResourceSpec NEWS =
      new ResourceSpec(
          "script://chat/news", "news", "News", "What is new.", Optional.of("text/plain"));
  private static final Outcome UNKNOWN = new Outcome.UnknownTool();

  @Test
  void is_listed_with_its_address() {
    try (var gate = aGate()) {
      assertThat(gate.gate().sources(gate.caller()).resources())
          .extracting(it -> it.spec().uri())
          .contains(ABOUT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ABOUT, "script://chat/pages/one"})
  void is_read_by_the_way_of_every_call(String uri) {
    try (var gate = aGate()) {
      assertThat(gate.readResource(uri)).isInstanceOf(Outcome.Answered.class);
      gate.entries.flush();

      assertThat(gate.chat.readings()).isOne();
      assertThat(gate.ledger.all())
          .singleElement()
          .satisfies(entry -> assertThat(entry.kind()).isEqualTo(Kind.READ))
          .extracting(SourcesTest::tool)
          .isEqualTo("chat.resources");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script://chat/about/more",
        "script://chat/pages/",
        "script://chat/pages/one/two",
        "script://elsewhere/about",
        ""
      })
  void is_unknown_under_any_other_address(String uri) {
    try (var gate = aGate()) {
      assertThat(gate.readResource(uri)).isEqualTo(UNKNOWN);
      assertThat(gate.chat.readings()).isZero();
    }
  }

  @Test
  void may_become_more_while_the_house_runs() {
    try (var gate = aGate()) {
      assertThat(gate.readResource(NEWS.uri())).isEqualTo(UNKNOWN);
      gate.chat.offers(NEWS);

      assertThat(gate.gate().sources(gate.caller()).resources())
          .extracting(it -> it.spec().uri())
          .containsExactly(ABOUT, NEWS.uri(), "script://phone/about");
      assertThat(gate.readResource(NEWS.uri())).isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void stays_whose_it_was_when_another_backend_comes_to_offer_the_same() {
    try (var gate = aGate()) {
      gate.phone.offers(NEWS);
      gate.chat.offers(NEWS);
      gate.chat.offers(NEWS);

      assertThat(gate.gate().sources(gate.caller()).resources())
          .extracting(it -> it.spec().uri())
          .containsExactly(ABOUT, NEWS.uri(), "script://phone/about");
    }
  }

  @Test
  void is_unknown_to_whoever_reaches_nothing_of_it() {
    try (var gate = aGate().reachingNothing()) {
      assertThat(gate.readResource(ABOUT)).isEqualTo(UNKNOWN);
      assertThat(gate.gate().sources(gate.caller())).isEqualTo(Listing.NOTHING);
      assertThat(gate.chat.readings()).isZero();
    }
  }

  @Test
  void is_unknown_to_a_stranger_with_the_name_of_a_grant() {
    try (var gate = aGate()) {
      Caller its = gate.caller();
      Caller stranger =
          new Caller(
              its.scope(), its.grant(), new PersonId("ff".repeat(16)), its.client(), its.token());

      assertThat(gate.readResource(ABOUT, stranger)).isEqualTo(UNKNOWN);
      assertThat(gate.gate().sources(stranger)).isEqualTo(Listing.NOTHING);
      assertThat(gate.chat.readings()).isZero();
    }
  }

  @Test
  void is_refused_for_want_of_a_right_and_says_which() {
    try (var gate = aGate().withToken(Scopes.NONE)) {
      assertThat(gate.readResource(ABOUT))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.wanted()).contains(new Scope("messages:read")));
      assertThat(gate.chat.readings()).isZero();
    }
  }

  @Test
  void cannot_be_called_as_a_tool() {
    try (var gate = aGate()) {
      assertThat(gate.call("chat.resources", "{\"uri\":\"" + ABOUT + "\"}")).isEqualTo(UNKNOWN);
      assertThat(gate.chat.readings()).isZero();
    }
  }

  private static String tool(Entry entry) {
    return entry.facts().of(Fact.TOOL).orElse("");
  }
}
