package dev.sallyport.domain.policy;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Gcra;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Rights;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.policy.NaiveGrant.Asked;
import dev.sallyport.domain.policy.NaiveGrant.Most;
import dev.sallyport.domain.policy.NaiveGrant.Narrower;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A life of a grant that a seed makes up: each thing that happens is told to the domain and to the
/// naive model, and each call is put to both.
final class GrantRun {
  static final long DAY = 86_400_000_000L;

  private static final Instant START = Calls.NOON;
  private static final Duration LASTING = Duration.ofMinutes(60);
  private static final Set<String> ANY = Set.of("*");
  private static final List<String> VERBS = List.of("read", "write", "send", "send", "send");
  private static final Set<String> NUMBERS = Set.of("+491", "+4912", "+331");

  private final long seed;
  private final Random random;
  private final NaiveGrant naive = new NaiveGrant();
  private final List<String> story = new ArrayList<>();
  private long now = ChronoUnit.MICROS.between(Instant.EPOCH, START);

  private Grant grant = Calls.grant();
  private Belonging belonging = new Belonging.Member(Role.MEMBER);
  private Plan plan = Calls.plan(Entitlement.INCLUDED);
  private TaintMode mode = TaintMode.ASK;
  private Taint taint = Taint.NONE;
  private Gcra limit = Gcra.of(Limit.of(8), Duration.ofMinutes(1));
  private long due;
  private long day;
  private Sent today = Sent.NOTHING;
  private Set<String> toldToday = new HashSet<>();
  private Set<String> toldEver = new HashSet<>();

  GrantRun(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    give();
  }

  /// Where the two disagree: the seed, what had happened, and what each said.
  Optional<String> differences(int steps, Set<String> reached) {
    for (int step = 0; step < steps; step++) {
      switch (random.nextInt(24)) {
        case 0 -> give();
        case 1, 2 -> narrow();
        case 3 -> revoke();
        case 4, 5, 6 -> pass(random.nextLong(3 * 60_000_000L));
        case 7 -> pass(random.nextLong(DAY / 2));
        case 8 -> changeRole();
        case 9 -> belong();
        case 10 -> changePlan();
        case 11 -> changeMode();
        default -> {
          Optional<String> difference = call(reached);
          if (difference.isPresent()) {
            return difference;
          }
        }
      }
    }
    return Optional.empty();
  }

  private void give() {
    naive.scopes = subset(Set.of("read", "write", "admin", "delete"));
    naive.spaces = subset(Set.of("sales", "finance"));
    naive.dms = random.nextBoolean();
    naive.ends = now + random.nextLong(3 * DAY);
    naive.revoked = false;
    naive.narrowings.clear();
    naive.sendings.clear();
    naive.everSentTo.clear();
    naive.readUntil.clear();
    grant = given();
    taint = Taint.NONE;
    today = Sent.NOTHING;
    toldToday = new HashSet<>();
    toldEver = new HashSet<>();
    story.add("given %s in %s".formatted(naive.scopes, naive.spaces));
  }

  private Grant given() {
    Grant any = Calls.grant();
    Reach reach = new Reach(named(naive.spaces, SpaceId::new), Set.of());
    return new Grant(
        any.id(),
        any.organization(),
        any.person(),
        any.client(),
        new Scopes(named(naive.scopes, right -> new Scope("messages:" + right))),
        Map.of(Calls.PHONE, naive.dms ? reach.and(Calls.DMS) : reach),
        Narrowing.NONE,
        Budget.UNLIMITED,
        Set.of(),
        any.givenAt(),
        at(naive.ends),
        Optional.empty(),
        0);
  }

  private void narrow() {
    Set<String> spaces = maybe(Set.of("sales", "finance"));
    Set<String> talks = maybe(Set.of("lunch", "dinner"));
    Set<String> prefixes = maybe(Set.of("+49", "+491", "+33"));
    var most = new Most(most(), most(), most());
    var one = new Narrower(random.nextInt(12) == 0, spaces, talks, prefixes, most);
    naive.narrowings.add(one);
    Narrowing narrowing =
        Narrowing.to(
            Calls.PHONE,
            new Kept(choice(spaces, SpaceId::new), choice(talks, ConversationId::new)));
    narrowing = one.readOnly() ? narrowing.tightenedBy(Narrowing.toReading()) : narrowing;
    narrowing =
        prefixes.equals(ANY)
            ? narrowing
            : narrowing.tightenedBy(Narrowing.toRecipients(prefixes.toArray(String[]::new)));
    grant =
        grant.narrowed(narrowing, new Budget(most.sends(), most.recipients(), most.newcomers()));
    story.add("narrowed by " + one);
  }

  private void revoke() {
    naive.revoked = true;
    grant = grant.revoked(at(now));
    story.add("revoked");
  }

  private void pass(long micros) {
    now += micros;
    story.add("passed " + micros);
  }

  private void changeRole() {
    Role role = List.of(Role.values()).get(random.nextInt(Role.values().length));
    naive.role = role.name().toLowerCase(Locale.ROOT);
    stand(new Belonging.Member(role));
  }

  private void belong() {
    List<Belonging> all = new ArrayList<>(List.of(Belonging.Apart.values()));
    all.add(new Belonging.Member(Role.valueOf(naive.role.toUpperCase(Locale.ROOT))));
    stand(all.get(random.nextInt(all.size())));
  }

  private void stand(Belonging as) {
    naive.left = as == Belonging.Apart.LEFT;
    naive.suspended = as == Belonging.Apart.PERSON_SUSPENDED;
    naive.organizationSuspended = as == Belonging.Apart.ORGANIZATION_SUSPENDED;
    belonging = as;
    story.add("stands as " + as);
  }

  private void changePlan() {
    naive.plan = List.of("all", "all", "reading", "asking").get(random.nextInt(4));
    long most = 1L + random.nextInt(9);
    naive.limitTo(most, now);
    Gcra next = Gcra.of(Limit.of(most), Duration.ofMinutes(1));
    due = next.carried(due, now, limit);
    limit = next;
    plan = planNamed(naive.plan);
    story.add("on plan %s with %d a minute".formatted(naive.plan, most));
  }

  private static Plan planNamed(String name) {
    Entitlement changes =
        switch (name) {
          case "reading" -> Entitlement.NOT_INCLUDED;
          case "asking" -> Entitlement.WITH_APPROVAL;
          default -> Entitlement.INCLUDED;
        };
    Plan any = Calls.plan(changes);
    return new Plan(
        any.id(),
        name,
        any.rank(),
        new Entitlements(
            Map.of(), new Rights(Entitlement.INCLUDED, changes, changes, changes, true, true)),
        any.person(),
        any.organization(),
        any.keyMinute(),
        any.pool(),
        any.expense(),
        any.overages(),
        any.cacheLifetime(),
        any.mayBypassCache());
  }

  private void changeMode() {
    naive.asks = !naive.asks;
    mode = naive.asks ? TaintMode.ASK : TaintMode.WARN;
    story.add("taint mode " + mode);
  }

  private Optional<String> call(Set<String> reached) {
    Asked asked = asked();
    boolean taken = takes();
    if (taken != naive.takes(now)) {
      return difference(asked, "taken: " + taken, "taken: " + !taken);
    }
    if (!taken) {
      reached.add("limit");
      return Optional.empty();
    }
    startDay();
    Decision decision = Policy.STANDING.decide(toolCall(asked));
    String fate = fate(decision);
    String expected = naive.fate(asked, now);
    reached.add(fate);
    story.add("%s: %s".formatted(asked, fate));
    if (!fate.equals(expected)) {
      return difference(asked, fate, expected);
    }
    if (decision instanceof Decision.Allow) {
      happen(asked);
    }
    return Optional.empty();
  }

  private boolean takes() {
    long after = limit.after(due, now, 1);
    if (!limit.admits(after, now)) {
      return false;
    }
    due = after;
    return true;
  }

  private Optional<String> difference(Asked asked, String said, String expected) {
    return Optional.of(
        "seed %d: %s was %s, not %s, after %s".formatted(seed, asked, said, expected, story));
  }

  private static String fate(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> "allow";
      case Decision.Ask ask -> "ask " + ask.rule();
      case Decision.Deny deny -> "deny " + deny.rule();
    };
  }

  private Asked asked() {
    String verb = VERBS.get(random.nextInt(VERBS.size()));
    String space = List.of("sales", "sales", "finance", "dms").get(random.nextInt(4));
    String talk = List.of("", "lunch", "dinner").get(random.nextInt(3));
    return new Asked(
        verb,
        space,
        space.equals("dms") && talk.isEmpty() ? "lunch" : talk,
        verb.equals("send") ? subset(NUMBERS) : Set.of(),
        random.nextInt(4) == 0);
  }

  private ToolCall toolCall(Asked asked) {
    Effect effect = Effect.valueOf(asked.verb().toUpperCase(Locale.ROOT));
    Scope needs = effect == Effect.READ ? Calls.READ : Calls.WRITE;
    var request =
        new Request(
            grant,
            Scopes.of(Calls.ADMIN),
            belonging,
            plan,
            ToolSet.EVERYTHING,
            Calls.PHONE,
            Calls.KIND,
            ToolSpec.named("messages", "Some tool", needs).effect(effect),
            Link.LIVE,
            at(now));
    Approval approval = asked.approved() ? Approval.GIVEN : Approval.NONE;
    return new ToolCall(
        request, footprint(asked), new History(today, foreseen(asked), taint, mode), approval);
  }

  private static Footprint footprint(Asked asked) {
    Place place = place(asked.space(), asked.talk());
    return switch (asked.verb()) {
      case "read" -> Footprint.reading(place);
      case "write" -> Footprint.writing(place);
      default ->
          Footprint.sendingTo(named(asked.to(), number -> Recipient.phone(number, "")), place);
    };
  }

  private static Place place(String space, String talk) {
    if (space.equals("dms")) {
      return new Place.InPrivate(Calls.PHONE, Calls.DMS, new ConversationId(talk));
    }
    return talk.isEmpty()
        ? Place.in(Calls.PHONE, new SpaceId(space))
        : Place.in(Calls.PHONE, new SpaceId(space), new ConversationId(talk));
  }

  private void startDay() {
    if (now / DAY != day) {
      day = now / DAY;
      today = Sent.NOTHING;
      toldToday = new HashSet<>();
    }
  }

  private Sent foreseen(Asked asked) {
    return new Sent(
        Math.max(1, asked.to().size()), fresh(asked, toldToday), fresh(asked, toldEver));
  }

  private static int fresh(Asked asked, Set<String> told) {
    return (int) asked.to().stream().filter(to -> !told.contains(to)).count();
  }

  private void happen(Asked asked) {
    if (asked.verb().equals("send")) {
      Sent more = foreseen(asked);
      today =
          new Sent(
              today.sends() + more.sends(),
              today.recipients() + more.recipients(),
              today.newcomers() + more.newcomers());
      toldToday.addAll(asked.to());
      toldEver.addAll(asked.to());
      naive.sent(asked, now);
    }
    if (asked.verb().equals("read")) {
      read(asked, List.of("us", "us", "+491", "+331", "?").get(random.nextInt(5)));
    }
  }

  private void read(Asked asked, String by) {
    Author author =
        switch (by) {
          case "us" -> new Author.Inside();
          case "?" -> new Author.Unknown();
          default -> new Author.Outside(Recipient.phone(by, ""));
        };
    var source = new Source(place(asked.space(), asked.talk()), author);
    taint = taint.after(new Provenance(List.of(source)), grant.trusted(), at(now), LASTING);
    if (!by.equals("us")) {
      long until = now + LASTING.toMillis() * 1_000;
      naive.readUntil.put("%s|%s|%s".formatted(asked.space(), asked.talk(), by), until);
    }
    story.add("read what %s wrote".formatted(by));
  }

  private static Instant at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private int most() {
    return random.nextInt(3) == 0 ? random.nextInt(8) : Integer.MAX_VALUE;
  }

  private Set<String> maybe(Set<String> all) {
    return random.nextInt(3) == 0 ? subset(all) : ANY;
  }

  // sorted first, or a seed would not make the same run twice
  private Set<String> subset(Set<String> all) {
    return all.stream()
        .sorted()
        .filter(_ -> random.nextInt(3) > 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Choice<T> choice(Set<String> of, Function<String, T> as) {
    return of.equals(ANY) ? new Choice.All<>() : new Choice.Only<>(named(of, as));
  }

  private static <T> Set<T> named(Set<String> words, Function<String, T> as) {
    return words.stream().map(as).collect(Collectors.toUnmodifiableSet());
  }
}
