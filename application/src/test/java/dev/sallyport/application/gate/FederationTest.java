package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.CHAT;
import static dev.sallyport.application.gate.GateBench.PHONE;
import static dev.sallyport.application.gate.GateBench.WIKI;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.aGateTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hits;
import dev.sallyport.application.backend.DocumentSource.Query;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Gateway.Found;
import dev.sallyport.application.backend.Gateway.LeftOut;
import dev.sallyport.application.backend.Outcome.CredentialStale;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.NeedsInput;
import dev.sallyport.application.backend.Outcome.NotThere;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Site;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.fake.ScriptedDocuments;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Rights;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the gateway's own tools ask of many backends")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class FederationTest {
  private static final String LATE = "It did not answer in time.";
  private static final String BROKEN = "It could not be asked.";

  private final Concierge concierge = new Concierge();
  private final ScriptedBackend wiki = wikiAt("https://wiki.example.org/");
  private final GateBench bench = aGateTo(concierge, wiki).linkedTo("key-1");

  FederationTest() {
    bench.chat.documents.finds("c1", "c2");
    bench.phone.documents.finds("p1");
    wiki.documents.finds("w1", "w2");
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Of_a_search {
    @Test
    void is_one_answer_from_all_of_them() {
      assertThat(search()).isEqualTo("chat/c1,phone/p1,wiki/w1,chat/c2,wiki/w2");
      assertThat(found().complete()).isTrue();
      assertThat(found().left()).isEmpty();
      assertThat(bench.chat.documents.queries())
          .containsExactly(new Query("about", Concierge.MOST));
    }

    @Test
    void is_an_entry_for_each_beside_the_one_of_the_call_and_all_are_of_one_call() {
      search();

      assertThat(bench.ledger())
          .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(Kind.READ))
          .extracting(FederationTest::tool)
          .containsExactlyInAnyOrder("chat.search", "phone.search", "wiki.search", "search");
      assertThat(bench.ledger())
          .extracting(it -> it.facts().of(Fact.CALL))
          .containsOnly(bench.ledger().getFirst().facts().of(Fact.CALL));
    }

    @Test
    void enters_nothing_of_what_was_allowed_where_the_operator_wants_none_of_it() {
      bench.entries.leaveOutPlainReads();

      search();

      assertThat(bench.ledger()).isEmpty();
    }

    @Test
    void costs_one_call() {
      search();

      assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));
      assertThat(bench.limiter.leasesOut()).isZero();
    }

    @Test
    void uses_the_account_of_the_grant() {
      bench.phone.documents.searches(access ->
          access.credential().isPresent()
              ? bench.phone.documents.found(List.of(ScriptedDocuments.hit("with key")))
              : new Failed<>("No key.", Retry.USELESS));

      assertThat(search()).contains("phone/with key");
    }

    @Test
    void is_told_where_all_of_it_came_from() {
      search();

      assertThat(found().provenance().sources())
          .extracting(Source::place)
          .containsExactlyInAnyOrder(home(CHAT), home(PHONE), home(WIKI));
    }

    @Test
    void taints_what_is_sent_afterwards() {
      var stranger = new Author.Outside(Recipient.phone("+15550666", "US"));
      wiki.documents.searches(_ ->
          new Done<>(
              new Hits(List.of(ScriptedDocuments.hit("w")), true),
              new Provenance(List.of(new Source(home(WIKI), stranger)))));
      search();

      assertThat(bench.send("hello", "+15550001")).isInstanceOf(Outcome.ApprovalNeeded.class);
    }

    @Test
    void leaves_out_in_silence_what_the_grant_was_given_nothing_of() {
      bench.reachingNothing();

      assertThat(search()).isEmpty();
      assertThat(found()).isEqualTo(new Found(List.of(), List.of(), true, Provenance.NONE));
      assertThat(bench.ledger()).extracting(FederationTest::tool).containsExactly("search");
      assertThat(bench.chat.documents.queries()).isEmpty();
    }

    @Test
    void leaves_out_in_silence_what_the_token_has_no_scope_for() {
      bench.withToken(Scopes.of(new Scope("other:read")));

      assertThat(search()).isEmpty();
      assertThat(found()).isEqualTo(new Found(List.of(), List.of(), true, Provenance.NONE));
    }

    @Test
    void leaves_out_in_silence_what_the_plan_lacks() {
      var scripted = new BackendKind("scripted");
      bench.onPlan(
          SomePlans.including(new Entitlements(Map.of(scripted, Rights.ALL), Rights.NONE)));

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left()).isEmpty();
      assertThat(found().complete()).isTrue();
    }

    @Test
    void is_not_asked_at_all_for_whose_role_may_read_nothing() {
      assertThat(bench.withRole(Role.AUDITOR).call("search", wish("about")))
          .isEqualTo(new Outcome.UnknownTool());
      assertThat(bench.chat.documents.queries()).isEmpty();
    }

    @Test
    void leaves_out_what_the_person_would_have_to_approve_and_enters_that() {
      bench.onPlan(
          SomePlans.including(
              new Entitlements(Map.of(new BackendKind("wiki"), asking()), Rights.ALL)));

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left())
          .singleElement()
          .isEqualTo(
              new LeftOut(
                  WIKI,
                  "Under the organization's plan (Open) each such call is approved by the"
                      + " person."));
      assertThat(found().complete()).isFalse();
      assertThat(bench.ledger(Kind.DENIED))
          .singleElement()
          .satisfies(entry -> {
            assertThat(tool(entry)).isEqualTo("wiki.search");
            assertThat(entry.facts().of(Fact.RULE)).hasValue("plan-includes-tool");
          });
      assertThat(wiki.documents.queries()).isEmpty();
      assertThat(bench.approvals.open(GateBench.SCOPE, GateBench.PERSON, bench.clock.instant()))
          .isEmpty();
    }

    @Test
    void leaves_out_what_the_policy_denies_and_enters_that() {
      wiki.documents.touches(_ -> Footprint.sendingTo(home(WIKI)));

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left())
          .containsExactly(
              new LeftOut(WIKI, "This call would do something other than its tool declares."));
      assertThat(found().complete()).isFalse();
      assertThat(bench.ledger(Kind.DENIED))
          .singleElement()
          .satisfies(
              entry -> assertThat(entry.facts().of(Fact.RULE)).hasValue("effect-is-declared"));
    }

    @Test
    void leaves_out_in_silence_what_would_look_outside_the_reach() {
      wiki.documents.touches(_ -> Footprint.reading(Place.in(WIKI, new SpaceId("finance"))));

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left()).isEmpty();
      assertThat(found().complete()).isTrue();
      assertThat(bench.ledger(Kind.DENIED)).hasSize(1);
    }

    @Test
    void leaves_out_in_silence_what_was_taken_back_meanwhile() {
      wiki.documents.searches(_ -> {
        bench.withToken(Scopes.NONE);
        bench.onPlan(SomePlans.including(new Entitlements(Map.of(), Rights.NONE)));
        return wiki.documents.found(List.of(ScriptedDocuments.hit("w")));
      });

      search();
      assertThat(found().left()).isEmpty();
    }

    @Test
    void leaves_out_in_silence_what_was_taken_back_while_it_was_looked_at() {
      wiki.documents.touches(_ -> {
        bench.withToken(Scopes.NONE);
        bench.onPlan(SomePlans.including(new Entitlements(Map.of(), Rights.NONE)));
        return Footprint.reading(Place.in(WIKI, new SpaceId("home")));
      });

      search();
      assertThat(found().left()).isEmpty();
    }

    @Test
    void is_incomplete_without_an_account_that_is_needed() {
      bench.byAnotherGrant();

      assertThat(search()).isEqualTo("chat/c1,wiki/w1,chat/c2,wiki/w2");
      assertThat(found().left()).extracting(LeftOut::backend).containsExactly(PHONE);
      assertThat(found().complete()).isFalse();
      assertThat(bench.ledger(Kind.DENIED))
          .singleElement()
          .satisfies(
              entry -> assertThat(entry.facts().of(Fact.RULE)).hasValue("account-is-linked"));
    }

    @Test
    void marks_an_account_that_the_backend_no_longer_takes() {
      bench.phone.documents.searches(_ -> new CredentialStale<>());
      search();

      assertThat(found().complete()).isFalse();
      search();
      assertThat(bench.phone.documents.queries()).hasSize(1);
    }

    @Test
    void is_answered_without_one_that_hangs_which_is_told_that_nobody_waits() throws Exception {
      var cancelled = new CountDownLatch(1);
      wiki.documents.searches(access -> {
        awaitCancelled(access);
        cancelled.countDown();
        return wiki.documents.found(List.of());
      });

      assertThat(bench.waiting(Duration.ofSeconds(3)).call("search", wish("about")))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(found().left()).containsExactly(new LeftOut(WIKI, LATE));
      assertThat(found().matches()).hasSize(3);
      assertThat(found().complete()).isFalse();
      cancelled.await();
      assertThat(bench.ledger())
          .extracting(FederationTest::tool)
          .containsExactlyInAnyOrder("chat.search", "phone.search", "search");
    }

    @Test
    void is_given_a_deadline_of_its_own_and_never_one_past_that_of_the_caller() {
      var patient = new AtomicReference<>(GateBench.MORNING);
      wiki.documents.searches(access -> {
        patient.set(access.deadline());
        return wiki.documents.found(List.of());
      });
      search();
      assertThat(patient).hasValue(GateBench.MORNING.plus(Federation.LONGEST));

      bench.waiting(Duration.ofSeconds(4)).call("search", wish("about"));
      assertThat(patient).hasValue(GateBench.MORNING.plusSeconds(3));
    }

    @Test
    void is_answered_without_one_that_breaks() {
      wiki.documents.searches(_ -> {
        throw new IllegalStateException("a bug");
      });

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left()).containsExactly(new LeftOut(WIKI, BROKEN));
      assertThat(found().complete()).isFalse();
      assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Bug.class);
    }

    @Test
    void is_answered_without_those_that_fail_in_any_other_way() {
      bench.chat.documents.touches(_ -> {
        throw new BackendTrouble("It is being moved.");
      });
      bench.phone.documents.searches(_ -> new Unknown<>("Cut off."));
      wiki.documents.searches(_ -> new Failed<>("It has no index.", Retry.USELESS));

      assertThat(search()).isEmpty();
      assertThat(found())
          .isEqualTo(
              new Found(
                  List.of(),
                  List.of(
                      new LeftOut(CHAT, "It is being moved."),
                      new LeftOut(PHONE, "Cut off."),
                      new LeftOut(WIKI, "It has no index.")),
                  false,
                  Provenance.NONE));
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void is_never_a_question_to_the_person() {
      wiki.documents.searches(access -> {
        assertThat(access.canAsk(Question.Kind.FORM)).isFalse();
        return new NeedsInput<>(Map.of(), "state");
      });

      assertThat(bench.call("search", wish("about"))).isInstanceOf(Outcome.Answered.class);
      assertThat(found().complete()).isFalse();
    }

    @Test
    void is_incomplete_if_a_backend_says_so_or_finds_more_than_it_was_asked_for() {
      wiki.documents.searches(
          _ -> new Done<>(new Hits(List.of(), false), wiki.documents.in("home")));
      search();
      assertThat(found().complete()).isFalse();

      wiki.documents.finds("1", "2", "3", "4", "5", "6");
      search();
      assertThat(found().complete()).isFalse();
      assertThat(found().matches()).hasSize(Concierge.MOST);
    }

    @Test
    void is_withheld_with_an_alarm_and_an_entry_where_it_comes_from_outside_the_reach() {
      wiki.documents.searches(_ ->
          new Done<>(
              new Hits(List.of(ScriptedDocuments.hit("secret plans")), true),
              wiki.documents.in("finance")));

      assertThat(search()).isEqualTo("chat/c1,phone/p1,chat/c2");
      assertThat(found().left()).containsExactly(new LeftOut(WIKI, "Its answer was withheld."));
      assertThat(found().complete()).isFalse();
      assertThat(bench.alarms.raised())
          .singleElement()
          .isInstanceOfSatisfying(
              Alarm.OutsideReach.class, alarm -> assertThat(alarm.backend()).isEqualTo(WIKI));
      assertThat(bench.ledger(Kind.ALARM))
          .extracting(FederationTest::tool)
          .containsExactly("wiki.search");
    }

    @Test
    void is_withheld_without_an_alarm_where_the_place_was_taken_back_meanwhile() {
      bench.chat.documents.searches(_ -> {
        bench.narrowedTo("annex");
        return bench.chat.documents.found(List.of(ScriptedDocuments.hit("c")));
      });

      search();
      assertThat(found().matches()).noneMatch(match -> match.backend().equals(CHAT));
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void is_not_told_once_the_grant_is_revoked_meanwhile() {
      wiki.documents.searches(_ -> {
        bench.revoked();
        return wiki.documents.found(List.of(ScriptedDocuments.hit("w")));
      });

      assertThat(bench.call("search", wish("about"))).isInstanceOf(Outcome.Refused.class);
      assertThat(bench.ledger())
          .filteredOn(entry -> "wiki.search".equals(tool(entry)))
          .extracting(Entry::kind)
          .containsExactly(Kind.DENIED);
    }

    @Test
    void is_read_by_a_grant_that_is_narrowed_to_reading() {
      assertThat(bench.narrowedToReading().call("search", wish("about")))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(found().matches()).hasSize(Concierge.MOST);
    }

    private String search() {
      return told(bench.call("search", wish("about")));
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Of_a_link {
    private static final URI PAGE = URI.create("https://wiki.example.org/7");

    @Test
    void is_the_page_and_an_entry_beside_that_of_the_call() {
      wiki.documents.fetches((_, _) -> shownAt(Optional.of(PAGE)));

      assertThat(bench.follow("wiki", "page", "7"))
          .isInstanceOfSatisfying(
              Outcome.Answered.class,
              answered -> assertThat(answered.json()).isEqualTo("{\"page\":\"" + PAGE + "\"}"));
      assertThat(wiki.documents.references()).containsExactly(new Reference("page", "7"));
      assertThat(bench.ledger(Kind.READ))
          .extracting(FederationTest::tool)
          .containsExactlyInAnyOrder("wiki.fetch", "gateway.links");
      assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/7",
          "https://wiki.example.org.evil.example/7",
          "https://wiki.example.org@evil.example/7",
          "https://wiki.example.org:8443/7",
          "https://wiki.example.org./7",
          "http://wiki.example.org/7"
        })
    void is_nothing_where_the_page_is_on_no_site_of_the_backend(String page) {
      wiki.documents.fetches((_, _) -> shownAt(Optional.of(URI.create(page))));

      assertThat(bench.follow("wiki", "page", "7"))
          .isInstanceOfSatisfying(
              Outcome.Answered.class, answered -> assertThat(answered.json()).isEqualTo("{}"));
    }

    @Test
    void is_nothing_where_the_backend_states_no_site() {
      bench.chat.documents.fetches((_, _) ->
          new Done<>(
              new Document("A title", "all of it", Map.of(), Optional.of(PAGE)),
              bench.chat.documents.in("home")));

      assertThat(bench.follow("chat", "page", "7"))
          .isInstanceOfSatisfying(
              Outcome.Answered.class, answered -> assertThat(answered.json()).isEqualTo("{}"));
    }

    @Test
    void is_nothing_where_there_is_no_page() {
      wiki.documents.fetches((_, _) -> shownAt(Optional.empty()));

      assertThat(bench.follow("wiki", "page", "7"))
          .isInstanceOfSatisfying(
              Outcome.Answered.class, answered -> assertThat(answered.json()).isEqualTo("{}"));
    }

    @Test
    void is_not_there_in_the_same_words_whyever_it_is_not() {
      wiki.documents.fetches((_, _) -> wiki.documents.document("secret plans", "finance"));

      assertThat(
              List.of(
                  bench.follow("wiki", "page", "7"),
                  bench.follow("nobody", "page", "7"),
                  bench.reachingNothing().follow("wiki", "page", "7")))
          .containsOnly(new Outcome.NotThere("There is none."));
    }

    @Test
    void cannot_be_called_as_a_tool() {
      assertThat(bench.call("gateway.links", "{}")).isEqualTo(new Outcome.UnknownTool());
    }

    @Test
    void is_as_unknown_as_anything_where_nobody_follows_links() {
      try (var without = aGate()) {
        assertThat(without.follow("wiki", "page", "7")).isEqualTo(new Outcome.UnknownTool());
      }
    }

    @Test
    void has_one_that_follows_it_and_no_second() {
      assertThatThrownBy(() -> aGateTo(concierge, new Concierge("gateway", "gateway-2")))
          .hasMessage("two backends follow links");
    }

    private Done<Document> shownAt(Optional<URI> page) {
      return new Done<>(
          new Document("A title", "all of it", Map.of(), page), wiki.documents.in("home"));
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Of_a_thing {
    @Test
    void is_the_thing_and_an_entry_beside_that_of_the_call() {
      wiki.documents.fetches((_, _) -> wiki.documents.document("all of it", "home"));

      assertThat(told(fetch("wiki:page:7"))).isEqualTo("all of it");
      assertThat(wiki.documents.references()).containsExactly(new Reference("page", "7"));
      assertThat(bench.ledger(Kind.READ))
          .extracting(FederationTest::tool)
          .containsExactlyInAnyOrder("wiki.fetch", "fetch");
      assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));
    }

    @Test
    void is_not_there_in_the_same_words_whyever_it_is_not() {
      wiki.documents.fetches((reference, _) ->
          switch (reference.id()) {
            case "outside" -> wiki.documents.document("secret plans", "finance");
            default -> new NotThere<>("There is no such page.");
          });
      wiki.documents.touches(asked ->
          asked instanceof Reference(var _, String id) && id.equals("named")
              ? Footprint.reading(Place.in(WIKI, new SpaceId("finance")))
              : Footprint.readingWithinReach());
      List<Outcome> ends =
          List.of(
              fetch("wiki:page:none"),
              fetch("wiki:page:outside"),
              fetch("nobody:page:1"),
              fetch("gateway:page:1"),
              bench.withToken(Scopes.NONE).call("fetch", wish("wiki:page:1")),
              bench.reachingNothing().call("fetch", wish("wiki:page:1")));

      assertThat(ends).containsOnly(new Outcome.NotThere("There is none."));
      assertThat(concierge.fetched).containsOnly(new Fetched.NotThere());
    }

    @Test
    void is_not_there_if_the_place_it_names_was_not_ticked() {
      wiki.documents.touches(_ -> Footprint.reading(Place.in(WIKI, new SpaceId("finance"))));

      assertThatNothingIsThere();
      assertThat(wiki.documents.references()).isEmpty();
      assertThat(bench.ledger(Kind.DENIED)).hasSize(1);
    }

    @Test
    void is_withheld_with_an_alarm_if_it_comes_from_outside_the_reach() {
      wiki.documents.fetches((_, _) -> wiki.documents.document("secret plans", "finance"));

      assertThatNothingIsThere();
      assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.OutsideReach.class);
    }

    @Test
    void is_not_there_now_if_its_backend_breaks_or_its_account_is_missing() {
      wiki.documents.fetches((_, _) -> {
        throw new IllegalStateException("a bug");
      });

      assertThat(fetch("wiki:page:1")).isEqualTo(new Outcome.Failed(BROKEN, true));
      assertThat(bench.byAnotherGrant().call("fetch", wish("phone:text:1")))
          .isInstanceOfSatisfying(
              Outcome.Failed.class, failed -> assertThat(failed.safeToRetry()).isTrue());
    }

    @Test
    void is_not_there_now_if_it_takes_too_long() {
      wiki.documents.fetches((_, access) -> {
        awaitCancelled(access);
        return wiki.documents.document("late", "home");
      });

      assertThat(bench.waiting(Duration.ofSeconds(3)).call("fetch", wish("wiki:page:1")))
          .isEqualTo(new Outcome.Failed(LATE, true));
    }

    @Test
    void is_not_opened_if_the_person_would_have_to_approve_it() {
      bench.onPlan(
          SomePlans.including(
              new Entitlements(Map.of(new BackendKind("wiki"), asking()), Rights.ALL)));

      assertThat(fetch("wiki:page:1"))
          .isInstanceOfSatisfying(
              Outcome.Failed.class, failed -> assertThat(failed.safeToRetry()).isTrue());
      assertThat(wiki.documents.references()).isEmpty();
    }

    private Outcome fetch(String id) {
      return bench.call("fetch", wish(id));
    }

    private void assertThatNothingIsThere() {
      assertThat(fetch("wiki:page:1")).isEqualTo(new Outcome.NotThere("There is none."));
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Is_given_to_nobody {
    @Test
    void of_another_kind() {
      try (GateBench other = aGateTo(new Concierge("library"))) {
        assertThat(other.call("search", wish("about"))).isEqualTo(new Outcome.Unavailable());
        assertThat(other.alarms.raised())
            .singleElement()
            .isInstanceOfSatisfying(
                Alarm.Bug.class,
                bug ->
                    assertThat(bug.fault())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("only the gateway's own tools"));
        assertThat(other.chat.documents.queries()).isEmpty();
      }
    }

    @Test
    void before_the_call_is_decided() {
      concierge.beforeFootprints(access -> access.gateway().search("early", 1));

      assertThat(bench.call("search", wish("about"))).isEqualTo(new Outcome.Unavailable());
      assertThat(bench.chat.documents.queries()).isEmpty();
    }
  }

  private Found found() {
    return concierge.found.getLast();
  }

  private static String wish(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private static String told(Outcome outcome) {
    String json = ((Outcome.Answered) outcome).json();
    return json.substring("{\"text\":\"".length(), json.length() - 2);
  }

  private static String tool(Entry entry) {
    return entry.facts().of(Fact.TOOL).orElse("");
  }

  private static Place home(BackendId backend) {
    return Place.in(backend, new SpaceId("home"));
  }

  private static Rights asking() {
    return new Rights(
        Entitlement.WITH_APPROVAL,
        Entitlement.INCLUDED,
        Entitlement.INCLUDED,
        Entitlement.INCLUDED,
        true,
        true);
  }

  private static void awaitCancelled(Access access) {
    var never = new CountDownLatch(1);
    try {
      while (!access.cancelled()) {
        var _ = never.await(2, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts work", e);
    }
  }

  private static ScriptedBackend wikiAt(String address) {
    var backend = new ScriptedBackend("wiki", "wiki", Backend.Linking.NONE);
    backend.documents.isShownAt(Site.of(URI.create(address)));
    return backend;
  }
}
