package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("On its way to a tool, a call")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingToolsTest {
  private static final Scopes READING = Scopes.of(new Scope("messages:read"));
  private static final Limit ONE = Limit.of(1);

  @Test
  void is_asked_anew_once_another_account_is_linked() {
    GateBench bench = aGate().linkedTo("key-1");
    bench.call("phone_messages.read", said("home", "a"));
    bench.linkedTo("key-2").call("phone_messages.read", said("home", "a"));

    assertThat(bench.phone.acts("messages.read")).isEqualTo(2);
  }

  @Test
  void is_answered_when_nothing_stands_against_it() {
    GateBench bench = aGate();

    assertThat(bench.read("home"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered -> assertThat(answered.json()).isEqualTo("{\"answer\":\"answer about\"}"));
    assertThat(bench.ledger(Kind.READ)).hasSize(1);
  }

  @Test
  void of_a_hidden_tool_ends_like_that_of_a_tool_there_is_not() {
    Answer unknown = aGate().answer("messages.forge", said("home", "a"));
    Answer hidden = aGate().reachingNothing().answer("messages.read", said("home", "a"));
    Answer heavy = aGate().reachingNothing().answer("messages.search", said("home", "a"));
    Answer forbidden = aGate().withRole(Role.AUDITOR).answer("messages.read", said("home", "a"));

    assertThat(List.of(hidden.outcome(), heavy.outcome(), forbidden.outcome()))
        .containsOnly(unknown.outcome())
        .containsOnly(new Outcome.UnknownTool());
  }

  @Test
  void of_a_hidden_tool_costs_as_much_as_that_of_a_tool_there_is_not() {
    var plan = SomePlans.bounding(new Bounds(Quota.NONE, Limit.of(20), Limit.NONE), Bounds.NONE);

    Answer unknown = aGate().onPlan(plan).answer("messages.forge", said("home", "a"));
    Answer hidden =
        aGate().onPlan(plan).reachingNothing().answer("messages.search", said("home", "a"));

    assertThat(hidden.standings()).isEqualTo(unknown.standings());
  }

  @Test
  void of_a_hidden_tool_with_bad_arguments_is_not_told_what_is_wrong_with_them() {
    assertThat(aGate().reachingNothing().call("messages.read", "{}"))
        .isEqualTo(new Outcome.UnknownTool());
  }

  @Test
  void of_a_hidden_or_unknown_tool_is_one_denial_in_the_ledger_and_reaches_no_backend() {
    GateBench unknown = aGate();
    unknown.call("messages.forge", said("home", "a"));
    GateBench hidden = aGate().reachingNothing();
    hidden.call("messages.read", said("home", "a"));

    assertThat(List.of(unknown, hidden))
        .allSatisfy(bench -> {
          assertThat(bench.ledger()).extracting(it -> it.kind()).containsExactly(Kind.DENIED);
          assertThat(bench.chat.asked()).isEmpty();
        });
  }

  @Test
  void by_a_revoked_grant_does_not_even_hear_what_is_wrong_with_its_arguments() {
    assertThat(aGate().revoked().call("messages.read", "{}")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void by_a_revoked_grant_hears_the_same_of_names_there_are_and_names_there_are_not() {
    GateBench bench = aGate().revoked();

    assertThat(bench.call("messages.forge", "{}"))
        .isEqualTo(bench.call("messages.read", said("home", "a")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("grant-is-live"));
    assertThat(bench.ledger(Kind.DENIED))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.facts().of(Fact.RULE)).hasValue("grant-is-live"));
  }

  @Test
  void by_another_client_than_the_one_that_was_given_the_grant_finds_no_tool() {
    GateBench bench = aGate().throughClient(new ClientId("client-2"));

    assertThat(bench.read("home")).isEqualTo(new Outcome.UnknownTool());
    assertThat(bench.chat.asked()).isEmpty();
  }

  @Test
  void that_names_what_nobody_ticked_tells_the_ledger_none_of_its_words() {
    GateBench bench = aGate();
    bench.read("my password is hunter2, call 415-555-0100");
    bench.call("call_4155550100", "{}");

    assertThat(bench.ledger(Kind.DENIED))
        .hasSize(2)
        .allSatisfy(entry ->
            assertThat(entry.facts().texts().values())
                .noneMatch(text -> text.contains("hunter2") || text.contains("555")));
  }

  @Test
  void that_wants_to_be_waited_for_for_ever_is_not() {
    GateBench bench = aGate().waiting(Duration.ofDays(1));
    var until = new AtomicReference<Instant>();
    bench.chat.does(
        "messages.read",
        turn -> {
          until.set(turn.access().deadline());
          return bench.chat.done("a", "home");
        });
    bench.read("home");

    assertThat(until).hasValue(GateBench.MORNING.plus(Gate.LONGEST));
  }

  @Test
  void after_the_end_of_the_gate_finds_nobody_and_raises_no_alarm() {
    GateBench bench = aGate();
    bench.close();

    assertThat(bench.read("home")).isEqualTo(new Outcome.Unavailable());
    assertThat(bench.alarms.raised()).isEmpty();
  }

  @Test
  void with_arguments_that_do_not_fit_hears_why_and_goes_no_further() {
    GateBench bench = aGate();

    assertThat(bench.call("messages.read", "{\"space\":7,\"text\":\"a\",\"to\":\"\"}"))
        .isEqualTo(new Outcome.InvalidArguments(List.of("/space: does not fit")));
    assertThat(bench.chat.asked()).isEmpty();
    assertThat(bench.ledger()).extracting(it -> it.kind()).containsExactly(Kind.DENIED);
  }

  @Test
  void that_policy_denies_early_asks_no_backend_what_it_would_touch() {
    GateBench bench = aGate().withToken(READING);

    assertThat(bench.send("hello", "+15550001"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("scope-covers-tool"));
    assertThat(bench.chat.asked()).isEmpty();
  }

  @Test
  void into_a_space_that_was_not_ticked_is_refused_before_anything_is_done() {
    GateBench bench = aGate();

    assertThat(bench.read("finance"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("spaces-are-allowed"));
    assertThat(bench.chat.acts("messages.read")).isZero();
    assertThat(bench.ledger(Kind.DENIED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.facts().of(Fact.RULE)).hasValue("spaces-are-allowed"));
  }

  @Test
  void whose_backend_cannot_say_what_it_would_touch_failed_and_may_be_made_again() {
    GateBench bench = aGate();
    bench.chat.beforeFootprints(_ -> {
      throw new BackendTrouble("It does not answer.");
    });

    assertThat(bench.send("hello")).isEqualTo(new Outcome.Failed("It does not answer.", true));
    assertThat(bench.chat.acts("messages.send")).isZero();
  }

  @Test
  void at_a_backend_that_breaks_is_unavailable_and_raises_an_alarm() {
    GateBench bench = aGate();
    bench.chat.beforeFootprints(_ -> {
      throw new IllegalStateException("a bug");
    });

    assertThat(bench.read("home")).isEqualTo(new Outcome.Unavailable());
    assertThat(bench.alarms.raised()).hasSize(1);
  }

  @Test
  void of_a_grant_that_is_not_there_or_not_the_callers_finds_nothing() {
    GateBench bench = aGate();
    var of = bench.caller();
    var stranger =
        new dev.sallyport.application.Caller(
            of.scope(),
            of.grant(),
            new dev.sallyport.domain.id.PersonId("11".repeat(16)),
            of.client(),
            of.token());
    var call = bench.command("messages.read", said("home", "a"));

    assertThat(
            bench
                .answer(
                    new dev.sallyport.application.port.in.CallTool.Command(
                        stranger,
                        call.tool(),
                        call.arguments(),
                        call.deadline(),
                        false,
                        call.locale(),
                        call.zone(),
                        call.replies(),
                        call.listener()))
                .outcome())
        .isEqualTo(new Outcome.UnknownTool());
    assertThat(bench.gate().list(stranger)).isEmpty();
  }

  @Test
  void that_comes_too_often_is_limited_and_asks_nobody() {
    GateBench bench = aGate().onPlan(SomePlans.bounding(ONE));

    bench.read("home");

    assertThat(bench.read("annex")).isInstanceOf(Outcome.Limited.class);
    assertThat(bench.chat.footprints("messages.read")).isEqualTo(1);
  }

  @Test
  void gives_its_place_back_however_it_ends() {
    var plan = SomePlans.bounding(new Bounds(Quota.NONE, Limit.NONE, ONE), Bounds.NONE);
    GateBench bench = aGate().onPlan(plan);
    bench.chat.answers("notes.write", new dev.sallyport.application.backend.Outcome.Unknown<>("?"));
    bench.chat.does(
        "messages.peek",
        _ -> {
          throw new IllegalStateException("a bug");
        });
    var ends =
        List.of(
            bench.read("home"),
            bench.read("finance"),
            bench.call("messages.read", "{}"),
            bench.call("messages.forge", "{}"),
            bench.call("messages.peek", said("home", "a")),
            bench.write("a"),
            bench.send("a", "+15550001"));

    assertThat(ends).noneMatch(Outcome.Limited.class::isInstance);
    assertThat(bench.limiter.leasesOut()).isZero();
  }

  @Test
  void beyond_the_quota_of_the_day_is_told_when_it_ends() {
    GateBench bench =
        aGate()
            .onPlan(
                SomePlans.bounding(
                    new Bounds(Quota.daily(1), Limit.NONE, Limit.NONE), Bounds.NONE));
    bench.read("home");

    assertThat(bench.read("annex"))
        .isInstanceOfSatisfying(
            Outcome.QuotaExhausted.class,
            exhausted -> assertThat(exhausted.resetsAt()).isEqualTo("2026-11-21T00:00:00Z"));
    assertThat(bench.write("a")).isInstanceOf(Outcome.QuotaExhausted.class);
    assertThat(bench.chat.acts("notes.write")).isZero();
    assertThat(bench.ledger(Kind.CLAIMED)).isEmpty();
    assertThat(bench.usage()).isEqualTo(new dev.sallyport.application.port.out.Meter.Usage(1, 0));
  }

  @Test
  void that_needs_an_account_uses_the_one_of_its_grant_and_no_other() {
    GateBench bench = aGate().linkedTo("key-1");

    assertThat(bench.call("phone_messages.read", said("home", "a")))
        .isInstanceOf(Outcome.Answered.class);
    assertThat(bench.phone.asked())
        .allSatisfy(asked -> assertThat(asked.withCredential()).isTrue());
    assertThat(bench.byAnotherGrant().call("phone_messages.read", said("home", "a")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("account-is-linked"));
  }

  @Test
  void whose_credential_is_refused_marks_it_and_later_calls_ask_to_link_again() {
    GateBench bench = aGate().linkedTo("key-1");
    bench.phone.answers(
        "messages.read", new dev.sallyport.application.backend.Outcome.CredentialStale<>());

    bench.call("phone_messages.read", said("home", "a"));
    bench.call("phone_messages.read", said("home", "a"));

    assertThat(bench.phone.acts("messages.read")).isEqualTo(1);
  }

  @Test
  void may_be_made_for_what_the_list_names_and_for_nothing_else() {
    assertThat(names(aGate())).hasSize(14).contains("messages.read", "phone_messages.read");
    assertThat(names(aGate().withToken(READING)))
        .containsExactly(
            "messages.peek",
            "messages.read",
            "messages.search",
            "phone_messages.peek",
            "phone_messages.read",
            "phone_messages.search");
    assertThat(names(aGate().reachingNothing())).isEmpty();
    assertThat(names(aGate().revoked())).isEmpty();
  }

  @Test
  void cannot_be_made_at_all_where_two_tools_have_one_name() {
    GateBench bench = aGate();
    var twice =
        List.<Backend>of(
            new ScriptedBackend("one", Backend.Linking.NONE),
            new ScriptedBackend("two", Backend.Linking.NONE),
            new ScriptedBackend("two", Backend.Linking.NONE));

    assertThatThrownBy(() -> GateHouse.of(twice, bench.means("node-2")))
        .hasMessageContaining("two tools");
  }

  @Test
  void is_not_answered_while_nobody_knows_what_changed() {
    GateBench bench = aGate();
    bench.read("home");
    bench.changes.fallSilent();

    assertThat(bench.read("home")).isEqualTo(new Outcome.Unavailable());
    assertThatThrownBy(() -> bench.gate().list(bench.caller())).isInstanceOf(Unavailable.class);
  }

  private static List<String> names(GateBench bench) {
    return bench.gate().list(bench.caller()).stream()
        .map(Listed::spec)
        .map(spec -> spec.name().value())
        .toList();
  }
}
