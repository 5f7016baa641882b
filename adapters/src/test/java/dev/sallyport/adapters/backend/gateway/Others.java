package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.backend.Self;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Window.Span;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Other backends that hold one message, for whoever reaches the space it lies in.
final class Others implements Gateway {
  static final BackendId CHAT = new BackendId("chat");
  static final Place HOME = Place.in(CHAT, new SpaceId("home"));
  static final Reference MESSAGE = new Reference("message", "7:12/ä b");

  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-20T09:00:00Z");

  final List<String> looked = new ArrayList<>();
  private final Predicate<Place> reach;
  private volatile Hit hit =
      new Hit(MESSAGE, "The plan", Optional.of("of the week"), Optional.empty());
  private volatile boolean complete = true;
  private volatile List<LeftOut> left = List.of();
  private volatile Fetched fetched =
      new Fetched.There(
          new Document("The plan", "all of it", Map.of("author", "Ada"), Optional.empty()),
          Provenance.inside(HOME));

  Others(Predicate<Place> reach) {
    this.reach = reach;
  }

  Others finding(Hit other) {
    hit = other;
    return this;
  }

  Others incomplete() {
    complete = false;
    return this;
  }

  Others leavingOut(LeftOut... others) {
    left = List.of(others);
    return incomplete();
  }

  Others opening(Fetched other) {
    fetched = other;
    return this;
  }

  @Override
  public Found search(String text, int most) {
    looked.add(text);
    return reach.test(HOME)
        ? new Found(List.of(new Match(CHAT, hit)), left, complete, Provenance.inside(HOME))
        : new Found(List.of(), left, complete, Provenance.NONE);
  }

  @Override
  public Fetched fetch(BackendId backend, Reference reference) {
    looked.add(backend.value() + " " + reference.kind() + " " + reference.id());
    return reach.test(HOME) && backend.equals(CHAT) && reference.equals(MESSAGE)
        ? fetched
        : new Fetched.NotThere();
  }

  @Override
  public Self self() {
    var day = new Self.Left(Level.PERSON, Span.DAY, 100, 12, MIDNIGHT);
    return new Self(
        new PersonId("0a".repeat(16)),
        Optional.of(new EmailAddress("ada@example.org")),
        Optional.of(Locale.US),
        "Acme",
        new Slug("acme"),
        Role.MEMBER,
        "Free",
        List.of(day),
        List.of(new Scope("messages:read")),
        END,
        true,
        List.of(
            new Self.Standing(
                CHAT,
                new BackendKind("inline"),
                Link.STALE,
                new Health.Down("connection refused by 10.0.0.7"),
                List.of(new SpaceId("annex"), new SpaceId("home")),
                List.of(new PrivateKind("dms")),
                true),
            new Self.Standing(
                new BackendId("tasks"),
                new BackendKind("backlog"),
                Link.NOT_NEEDED,
                new Health.Up(),
                List.of(new SpaceId("board")),
                List.of(),
                false),
            new Self.Standing(
                new BackendId("phone"),
                new BackendKind("openphone"),
                Link.MISSING,
                new Health.Up(),
                List.of(),
                List.of(),
                false)),
        List.of(
            new Self.Attention.NothingReached(),
            new Self.Attention.AccountStale(CHAT),
            new Self.Attention.AccountMissing(new BackendId("phone")),
            new Self.Attention.ApprovalsWaiting(1),
            new Self.Attention.ApprovalsWaiting(2),
            new Self.Attention.OutcomesUnknown(1),
            new Self.Attention.OutcomesUnknown(3),
            new Self.Attention.QuotaNearlyUsedUp(day),
            new Self.Attention.ExpiresSoon(END)));
  }
}
