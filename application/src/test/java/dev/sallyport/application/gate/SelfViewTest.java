package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.CHAT;
import static dev.sallyport.application.gate.GateBench.MORNING;
import static dev.sallyport.application.gate.GateBench.PHONE;
import static dev.sallyport.application.gate.GateBench.aGateTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sallyport.application.backend.Outcome.CredentialStale;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Self;
import dev.sallyport.application.backend.Self.Attention;
import dev.sallyport.application.backend.Self.Left;
import dev.sallyport.application.backend.Self.Standing;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.Window.Span;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever asks who they are")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SelfViewTest {
  private static final BackendKind SCRIPTED = new BackendKind("scripted");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  private final Concierge concierge = new Concierge();
  private final GateBench bench = aGateTo(concierge).linkedTo("key-1");

  @Test
  void hears_no_language_where_none_is_known() {
    bench.people.speaks(GateBench.PERSON, Locale.ROOT);

    assertThat(self().locale()).isEmpty();
  }

  @Test
  void hears_all_that_is_known_of_them() {
    assertThat(self())
        .isEqualTo(
            new Self(
                GateBench.PERSON,
                Optional.of(new EmailAddress("ada@example.org")),
                Optional.of(Locale.ENGLISH),
                "Acme",
                new Slug("acme"),
                Role.OWNER,
                "Open",
                List.of(),
                bench.grant().scopes().all().stream()
                    .sorted(Comparator.comparing(it -> it.value()))
                    .toList(),
                MORNING.plus(Duration.ofDays(30)),
                false,
                List.of(
                    new Standing(
                        CHAT,
                        SCRIPTED,
                        Link.NOT_NEEDED,
                        new Health.Up(),
                        List.of(new SpaceId("annex"), new SpaceId("home")),
                        List.of(),
                        false),
                    new Standing(
                        PHONE,
                        SCRIPTED,
                        Link.LIVE,
                        new Health.Up(),
                        List.of(new SpaceId("home")),
                        List.of(),
                        false)),
                List.of()));
  }

  @Test
  void is_one_entry_and_asks_no_backend() {
    self();

    assertThat(bench.ledger()).extracting(it -> it.kind()).containsExactly(Kind.READ);
    assertThat(bench.chat.asked()).isEmpty();
  }

  @Test
  void hears_what_is_left_of_each_quota_that_is_bounded() {
    bench.onPlan(
        SomePlans.bounding(
            new Bounds(new Quota(Limit.of(10), Limit.of(100)), Limit.NONE, Limit.NONE),
            Bounds.NONE));
    bench.read("home");

    assertThat(self().left())
        .containsExactly(
            new Left(Level.PERSON, Span.MONTH, 100, 98, Instant.parse("2026-12-01T00:00:00Z")),
            new Left(Level.PERSON, Span.DAY, 10, 8, MIDNIGHT));
  }

  @Test
  void hears_when_a_quota_is_nearly_used_up() {
    bench.onPlan(
        SomePlans.bounding(new Bounds(Quota.daily(5), Limit.NONE, Limit.NONE), Bounds.NONE));
    bench.read("home");
    bench.read("annex");
    bench.read("home");

    assertThat(self().attention())
        .containsExactly(
            new Attention.QuotaNearlyUsedUp(new Left(Level.PERSON, Span.DAY, 5, 1, MIDNIGHT)));
  }

  @Test
  void hears_which_accounts_are_missing_or_no_longer_taken() {
    bench.phone.answers("messages.read", new CredentialStale<>());
    bench.call("phone_messages.read", GateBench.said("home", "a"));
    assertThat(self().attention()).containsExactly(new Attention.AccountStale(PHONE));
    assertThat(self().backends().getLast().link()).isEqualTo(Link.STALE);

    bench.byAnotherGrant();
    assertThat(self().attention()).containsExactly(new Attention.AccountMissing(PHONE));
    assertThat(self().backends().getLast().link()).isEqualTo(Link.MISSING);
  }

  @Test
  void hears_of_what_waits_for_them() {
    assertThat(sentAfterStrangersWords()).isInstanceOf(Outcome.ApprovalNeeded.class);

    assertThat(self().attention()).containsExactly(new Attention.ApprovalsWaiting(1));
  }

  @Test
  void hears_nothing_of_what_waits_because_of_another_connection() {
    assertThat(sentAfterStrangersWords()).isInstanceOf(Outcome.ApprovalNeeded.class);
    bench.byAnotherGrant();

    assertThat(self().attention()).containsExactly(new Attention.AccountMissing(PHONE));
  }

  @Test
  void hears_of_what_was_perhaps_sent() {
    bench.chat.answers("messages.send", new Unknown<>("Cut off."));
    bench.send("hello", "+15550001");

    assertThat(self().attention()).containsExactly(new Attention.OutcomesUnknown(1));
  }

  @Test
  void hears_that_the_connection_ends_soon() {
    bench.after(Duration.ofDays(22));
    assertThat(self().attention()).isEmpty();

    bench.after(Duration.ofDays(1));
    assertThat(self().attention())
        .containsExactly(new Attention.ExpiresSoon(MORNING.plus(Duration.ofDays(30))));
  }

  @Test
  void hears_what_narrowing_left() {
    bench.narrowedToReading().narrowedTo("annex");
    bench.narrowed(Narrowing.to(PHONE, Kept.conversations(new ConversationId("c1"))));

    assertThat(self().readOnly()).isTrue();
    assertThat(self().backends())
        .extracting(Standing::spaces, Standing::narrowed)
        .containsExactly(
            tuple(List.of(new SpaceId("annex")), false), tuple(List.of(new SpaceId("home")), true));
  }

  @Test
  void hears_of_no_backend_that_the_grant_was_given_nothing_of() {
    bench.reachingNothing();

    assertThat(self().backends()).isEmpty();
    assertThat(self().attention()).containsExactly(new Attention.NothingReached());
  }

  @Test
  void hears_how_backends_are_even_if_one_cannot_say() {
    bench.chat.is(() -> new Health.Down("its disk is full"));
    bench.phone.is(() -> {
      throw new IllegalStateException("a bug");
    });

    assertThat(self().backends())
        .extracting(Standing::health)
        .containsExactly(new Health.Down("its disk is full"), new Health.Down("nobody knows"));
    assertThat(bench.alarms.raised()).hasSize(1);
  }

  private Outcome sentAfterStrangersWords() {
    var stranger = new Author.Outside(Recipient.phone("+15550666", "US"));
    bench.chat.answers(
        "messages.read",
        new Done<>(
            new ScriptedBackend.Done("words"),
            new Provenance(List.of(new Source(bench.chat.space("home"), stranger)))));
    bench.read("home");
    return bench.send("hello", "+15550001");
  }

  private Self self() {
    assertThat(bench.call("whoami", "{\"text\":\"\"}")).isInstanceOf(Outcome.Answered.class);
    return concierge.selves.getLast();
  }
}
