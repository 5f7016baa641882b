package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.aGateTo;
import static dev.sallyport.domain.plan.Rights.ALL;
import static dev.sallyport.domain.plan.Rights.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.FlatArguments;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListSources.Listing;
import dev.sallyport.application.port.in.ListSources.Offered;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.util.List;
import java.util.Map;
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
  private static final TemplateSpec PAGES = pages("script://chat/{page}");
  private static final Outcome UNKNOWN = new Outcome.UnknownTool();

  private final ScriptedBackend chat = new ScriptedBackend("chat", Backend.Linking.NONE);
  private final ScriptedBackend wiki = new ScriptedBackend("wiki", "wiki", Backend.Linking.NONE);

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
  void ends_the_start_if_two_backends_offer_the_same() {
    chat.offers(NEWS);
    wiki.offers(NEWS);

    assertThatIllegalArgumentException()
        .isThrownBy(this::start)
        .withMessage("two backends offer `script://chat/news`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script://chat/{page}", "script://{backend}/news", "script://chat/n{x}s"})
  void ends_the_start_if_one_backend_has_a_template_for_what_another_offers(String template) {
    chat.offers(NEWS);
    wiki.offers(pages(template));

    assertThatIllegalArgumentException()
        .isThrownBy(this::start)
        .withMessageContainingAll("two backends offer addresses of", template);
  }

  @Test
  void ends_the_start_if_templates_of_two_backends_have_an_address_in_common() {
    wiki.offers(pages("script://{backend}/pages/first"));

    assertThatIllegalArgumentException()
        .isThrownBy(this::start)
        .withMessage(
            "two backends offer addresses of `script://chat/pages/{name}` and"
                + " `script://{backend}/pages/first`");
  }

  @Test
  void may_have_more_than_one_template_of_one_backend() {
    chat.offers(NEWS);
    chat.offers(PAGES);

    assertThatCode(this::start).doesNotThrowAnyException();
  }

  @Test
  void goes_by_those_who_offer_it_in_sight_of_the_caller() {
    try (var gate = aGateTo(wiki).reachingTheWiki()) {
      gate.chat.offers(NEWS);
      wiki.offers(NEWS);

      assertThat(gate.gate().sources(gate.caller()).resources())
          .contains(new Offered<>(wiki.kind(), NEWS))
          .doesNotHaveDuplicates();
      assertThat(gate.readResource(NEWS.uri())).isInstanceOf(Outcome.Answered.class);
      assertThat(wiki.readings()).isOne();
      assertThat(gate.chat.readings()).isZero();
      assertThat(gate.ledger()).extracting(SourcesTest::tool).containsExactly("wiki.resources");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ABOUT, "script://chat/pages"})
  void is_read_by_a_template_in_sight_where_others_are_hidden(String uri) {
    try (var gate = aGateTo(wiki).reachingTheWiki()) {
      gate.chat.offers(PAGES);
      wiki.offers(PAGES);

      assertThat(gate.gate().sources(gate.caller()).templates())
          .contains(new Offered<>(wiki.kind(), PAGES));
      assertThat(gate.readResource(uri)).isInstanceOf(Outcome.Answered.class);
      assertThat(wiki.readings()).isOne();
      assertThat(gate.chat.readings()).isZero();
    }
  }

  @Test
  void goes_by_those_who_may_be_asked_before_those_the_plan_lacks() {
    try (var gate = aGateTo(wiki)) {
      gate.onPlan(SomePlans.including(new Entitlements(Map.of(wiki.kind(), ALL), NONE)));
      gate.chat.offers(NEWS);
      wiki.offers(NEWS);

      assertThat(gate.readResource(NEWS.uri())).isInstanceOf(Outcome.Answered.class);
      assertThat(wiki.readings()).isOne();
      assertThat(gate.readResource(ABOUT)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void is_unknown_where_all_who_offer_it_are_hidden() {
    try (var gate = aGateTo(wiki).reachingNothing()) {
      gate.chat.offers(NEWS);
      wiki.offers(NEWS);

      assertThat(gate.readResource(NEWS.uri())).isEqualTo(UNKNOWN);
      assertThat(wiki.readings() + gate.chat.readings()).isZero();
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

  private void start() {
    Catalogue.of(List.of(chat, wiki), new FlatArguments());
  }

  private static TemplateSpec pages(String template) {
    return new TemplateSpec(template, "page", "Page", "One page.", Optional.of("text/plain"));
  }

  private static String tool(Entry entry) {
    return entry.facts().of(Fact.TOOL).orElse("");
  }
}
