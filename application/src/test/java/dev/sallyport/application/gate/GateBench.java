package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.FixedPolicies;
import dev.sallyport.application.fake.FlatArguments;
import dev.sallyport.application.fake.InMemoryAccounts;
import dev.sallyport.application.fake.InMemoryApprovals;
import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.fake.InMemoryClaims;
import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.fake.InMemoryLedger;
import dev.sallyport.application.fake.InMemoryLimiter;
import dev.sallyport.application.fake.InMemoryMemberships;
import dev.sallyport.application.fake.InMemoryMeter;
import dev.sallyport.application.fake.InMemoryOrganizations;
import dev.sallyport.application.fake.InMemoryPeople;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryPlans;
import dev.sallyport.application.fake.InMemoryReadEntries;
import dev.sallyport.application.fake.InMemoryResultCache;
import dev.sallyport.application.fake.InMemorySpending;
import dev.sallyport.application.fake.InMemoryTaints;
import dev.sallyport.application.fake.InMemoryUnitOfWork;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.RecordingAlarms;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.UseSource;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A gate over fakes, with one person whose grant lets every call of `chat` pass in the spaces
/// `home` and `annex`. Each word changes one fact.
///
/// The backend `phone` has the same tools, with `phone_` before their names, and needs an account.
public final class GateBench implements AutoCloseable {
  public static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
  public static final String NODE = "node-1";

  /// After the first ten, one of so many.
  public static final int SAMPLE_OUTPUTS = 5;

  public static final Duration PATIENCE = Duration.ofSeconds(30);
  public static final Scopes EVERY_SCOPE =
      Scopes.of(new Scope("messages:write"), new Scope("messages:delete"));
  public static final PersonId PERSON = new PersonId("0a".repeat(16));
  public static final ClientId CLIENT = new ClientId("client-1");
  public static final TenantScope SCOPE = new TenantScope(new OrganizationId("0b".repeat(16)));
  public static final BackendId CHAT = new BackendId("chat");
  public static final BackendId PHONE = new BackendId("phone");
  public static final BackendId WIKI = new BackendId("wiki");

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int WAITING_ENTRIES = 100_000;

  public final SettableClock clock = new SettableClock(MORNING);
  public final InMemoryGrants grants = new InMemoryGrants();
  public final InMemoryPeople people = new InMemoryPeople();
  public final InMemoryOrganizations organizations = new InMemoryOrganizations();
  public final InMemoryMemberships memberships = new InMemoryMemberships();
  public final InMemoryPlans plans = new InMemoryPlans(clock);
  public final FlatArguments arguments = new FlatArguments();
  public final InMemoryChanges changes = new InMemoryChanges();
  public final InMemoryAccounts accounts = new InMemoryAccounts(changes);
  public final InMemoryClaims claims = new InMemoryClaims();
  public final InMemoryApprovals approvals = new InMemoryApprovals();
  public final InMemorySpending spending = new InMemorySpending();
  public final InMemoryTaints taints = new InMemoryTaints();
  public final InMemoryMeter meter = new InMemoryMeter();
  public final InMemoryLimiter limiter = new InMemoryLimiter(clock, LEASE);
  public final InMemoryLedger ledger = new InMemoryLedger();
  public final InMemoryReadEntries entries = new InMemoryReadEntries(ledger, WAITING_ENTRIES);
  public final InMemoryResultCache cache = new InMemoryResultCache();
  public final FixedPolicies policies = new FixedPolicies(Policy.STANDING);
  public final InMemoryVault vault = new InMemoryVault();
  public final InMemoryPersonKeys keys = new InMemoryPersonKeys(vault);
  public final RecordingAlarms alarms = new RecordingAlarms();
  public final CountingRandomness randomness = new CountingRandomness();
  public final InMemoryUnitOfWork units =
      new InMemoryUnitOfWork(
          grants,
          people,
          organizations,
          memberships,
          accounts,
          claims,
          approvals,
          spending,
          taints,
          meter,
          ledger,
          changes,
          keys);
  public final ScriptedBackend chat = new ScriptedBackend("chat", Backend.Linking.NONE);
  public final ScriptedBackend phone = new ScriptedBackend("phone", Backend.Linking.PERSONAL);

  private final ToolSets toolSets;
  private final GateHouse house;
  private Grant grant = grant(1);
  private Scopes token = EVERY_SCOPE;
  private boolean fresh;
  private Locale locale = Locale.ENGLISH;
  private ZoneId zone = ZoneOffset.UTC;
  private ClientId client = CLIENT;
  private Duration patience = PATIENCE;
  private Optional<Replies> replies = Optional.empty();
  private Listener listener = Listener.PATIENT;

  private GateBench(UnaryOperator<Means> how, ToolSets toolSets, Backend... besides) {
    this.toolSets = toolSets;
    house =
        GateHouse.of(
            Stream.concat(Stream.of(chat, phone), Stream.of(besides)).toList(),
            how.apply(means(NODE)));
    people.add(
        new Person(
            PERSON,
            Optional.of(new EmailAddress("ada@example.org")),
            Locale.ENGLISH,
            Person.Standing.ACTIVE,
            MORNING));
    organizations.add(SCOPE, organization(TaintPolicy.standard()));
    memberships.add(SCOPE, new Membership(SCOPE.organization(), PERSON, Role.OWNER));
    plans.put(SomePlans.OPEN, Instant.EPOCH);
    grants.give(SCOPE, grant);
    claims.lives(NODE, Duration.ofDays(1));
  }

  public static GateBench aGate() {
    return new GateBench(means -> means, ToolSets.NONE);
  }

  /// A gate whose means are not quite the fakes themselves.
  public static GateBench aGate(UnaryOperator<Means> how) {
    return new GateBench(how, ToolSets.NONE);
  }

  /// A gate that leads to these too.
  public static GateBench aGateTo(Backend... besides) {
    return new GateBench(means -> means, ToolSets.NONE, besides);
  }

  /// A gate that leads to these too, and at which these clients are offered these tools alone.
  public static GateBench aGateOffering(ToolSet set, Backend... besides) {
    return new GateBench(means -> means, new ToolSets(List.of(set)), besides);
  }

  /// What a gate of another instance over the same stores would lean on.
  public Means means(String node) {
    return means(node, units);
  }

  public Means means(String node, UnitOfWork units) {
    return new Means(
        arguments,
        policies,
        grants,
        people,
        organizations,
        memberships,
        plans,
        toolSets,
        accounts,
        claims,
        approvals,
        spending,
        taints,
        meter,
        limiter,
        ledger,
        entries,
        cache,
        changes,
        units,
        keys,
        vault,
        alarms,
        randomness,
        clock,
        node,
        SAMPLE_OUTPUTS);
  }

  // words

  public GateBench narrowedToReading() {
    return narrowed(Narrowing.toReading());
  }

  public GateBench narrowedTo(String... spaces) {
    return narrowed(
        Narrowing.to(
            CHAT, Kept.spaces(Stream.of(spaces).map(SpaceId::new).toArray(SpaceId[]::new))));
  }

  public GateBench narrowed(Narrowing by) {
    grants.narrow(SCOPE, grant.id(), by, Budget.UNLIMITED);
    return announced();
  }

  public GateBench withBudget(Budget budget) {
    grants.narrow(SCOPE, grant.id(), Narrowing.NONE, budget);
    return announced();
  }

  public GateBench revoked() {
    grants.revoke(SCOPE, grant.id(), clock.instant());
    return announced();
  }

  /// From now on another grant of the same person calls, which trusts this number.
  public GateBench trusting(String number) {
    return calledBy(
        new Grant(
            new GrantId("0d".repeat(16)),
            grant.organization(),
            PERSON,
            CLIENT,
            EVERY_SCOPE,
            grant.reaches(),
            Narrowing.NONE,
            Budget.UNLIMITED,
            Set.of(Recipient.phone(number, "US")),
            MORNING,
            grant.expiresAt(),
            Optional.empty(),
            1));
  }

  /// From now on another grant of the same person calls.
  public GateBench byAnotherGrant() {
    return byGrant(2);
  }

  /// From now on the grant of this number calls.
  public GateBench byGrant(int number) {
    return calledBy(grant(number));
  }

  /// From now on another grant of the same person calls, which another client was given.
  public GateBench byGrantOf(ClientId other) {
    Grant like = grant(4);
    client = other;
    return calledBy(
        new Grant(
            like.id(),
            like.organization(),
            PERSON,
            other,
            EVERY_SCOPE,
            like.reaches(),
            Narrowing.NONE,
            Budget.UNLIMITED,
            Set.of(),
            MORNING,
            like.expiresAt(),
            Optional.empty(),
            1));
  }

  /// From now on a grant calls that was given nothing.
  public GateBench reachingNothing() {
    return reaching(3, Map.of());
  }

  /// From now on a grant calls that was given the space `home` of `wiki`, and nothing else.
  public GateBench reachingTheWiki() {
    return reaching(5, Map.of(WIKI, Reach.of(new SpaceId("home"))));
  }

  private GateBench reaching(int number, Map<BackendId, Reach> reaches) {
    Grant bare = grant(number);
    return calledBy(
        new Grant(
            bare.id(),
            bare.organization(),
            PERSON,
            CLIENT,
            EVERY_SCOPE,
            reaches,
            Narrowing.NONE,
            Budget.UNLIMITED,
            Set.of(),
            MORNING,
            bare.expiresAt(),
            Optional.empty(),
            1));
  }

  public GateBench withToken(Scopes scopes) {
    token = scopes;
    return this;
  }

  public GateBench withRole(Role role) {
    PersonId other = new PersonId("0e".repeat(16));
    memberships.add(SCOPE, new Membership(SCOPE.organization(), other, Role.OWNER));
    memberships.changeRole(SCOPE, PERSON, role);
    return announced();
  }

  public GateBench onPlan(Plan plan) {
    plans.put(plan, Instant.EPOCH);
    organizations.change(SCOPE, before -> on(plan, before));
    return announced();
  }

  /// What the plan they are on says from now on, which nobody announces.
  public GateBench termsOfPlan(Plan like) {
    plans.put(
        new Plan(
            SomePlans.OPEN.id(),
            like.name(),
            like.rank(),
            like.entitlements(),
            like.person(),
            like.organization(),
            like.keyMinute(),
            like.pool(),
            like.expense(),
            like.overages(),
            like.cacheLifetime(),
            like.mayBypassCache()),
        clock.instant());
    return this;
  }

  public GateBench warningOfTaint() {
    TaintPolicy policy = new TaintPolicy(TaintMode.WARN, TaintPolicy.standard().lasting());
    organizations.change(SCOPE, _ -> organization(policy));
    return announced();
  }

  public GateBench linkedTo(String secret) {
    var id = AccountId.of(randomness.bytes(16));
    Account unsealed =
        new Account(
            id,
            SCOPE.organization(),
            PERSON,
            grant.id(),
            PHONE,
            new Persons(keys, vault, changes)
                .seal(
                    PERSON,
                    dev.sallyport.domain.vault.SealContext.of(
                        "credential", SCOPE.organization(), id.value()),
                    secret),
            Account.State.LIVE,
            MORNING);
    accounts.save(SCOPE, unsealed);
    return this;
  }

  public GateBench askingForFresh() {
    fresh = true;
    return this;
  }

  public GateBench speaking(Locale other) {
    locale = other;
    return this;
  }

  public GateBench in(ZoneId other) {
    zone = other;
    return this;
  }

  public GateBench throughClient(ClientId other) {
    client = other;
    return this;
  }

  public GateBench waiting(Duration howLong) {
    patience = howLong;
    return this;
  }

  public GateBench replying(Replies to) {
    replies = Optional.of(to);
    return this;
  }

  public GateBench heardBy(Listener other) {
    listener = other;
    return this;
  }

  public GateBench after(Duration time) {
    clock.passes(time);
    return this;
  }

  // calls

  public static String said(String space, String text, String... to) {
    return "{\"space\":\"%s\",\"text\":\"%s\",\"to\":\"%s\"}"
        .formatted(space, text, String.join(",", to));
  }

  public static String keyed(String key, String json) {
    return json.substring(0, json.length() - 1) + ",\"idempotencyKey\":\"" + key + "\"}";
  }

  public Command command(String tool, String json) {
    return new Command(
        caller(),
        new ToolName(tool),
        json,
        clock.instant().plus(patience),
        fresh,
        locale,
        zone,
        replies,
        listener);
  }

  public Outcome call(String tool, String json) {
    return answer(tool, json).outcome();
  }

  public Answer answer(String tool, String json) {
    return house.gate().call(command(tool, json));
  }

  public Answer answer(Command command) {
    return house.gate().call(command);
  }

  /// How a call of another instance ends if something else is done before it takes that step.
  public Outcome overtaken(Faults.Step step, Command command, Runnable first) {
    var faults = new Faults();
    try (var slow = GateHouse.of(List.of(chat), faults.before(means("node-2")));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      faults.fail(step, Faults.Fault.SLOW);
      var call = callers.submit(() -> slow.gate().call(command).outcome());
      faults.awaitStuck();
      first.run();
      faults.letGo();
      return call.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /// How the reading of a resource ends.
  public Outcome readResource(String uri) {
    return readResource(uri, caller());
  }

  public Outcome readResource(String uri, Caller by) {
    return use(new UseSource.Wanted.Resource(uri), "{\"uri\":\"%s\"}".formatted(uri), by);
  }

  /// How the following of a link ends.
  public Outcome follow(String backend, String kind, String id) {
    return use(
        new UseSource.Wanted.Link(),
        "{\"backend\":\"%s\",\"kind\":\"%s\",\"id\":\"%s\"}".formatted(backend, kind, id),
        caller());
  }

  private Outcome use(UseSource.Wanted wanted, String json, Caller by) {
    Command command = command("sources.use", json);
    var answers = new CompletableFuture<Answer>();
    house
        .gate()
        .start(
            wanted,
            new Command(
                by,
                command.tool(),
                command.arguments(),
                command.deadline(),
                false,
                command.locale(),
                command.zone(),
                command.replies(),
                command.listener()),
            answers::complete);
    return answers.join().outcome();
  }

  public Outcome read(String space) {
    return call("messages.read", said(space, "about"));
  }

  public Outcome send(String text, String... to) {
    return call("messages.send", said("home", text, to));
  }

  public Outcome write(String text) {
    return call("notes.write", said("home", text));
  }

  public Caller caller() {
    return new Caller(SCOPE, grant.id(), PERSON, client, token);
  }

  public Gate gate() {
    return house.gate();
  }

  public Recovery recovery() {
    return house.recovery();
  }

  /// Of another instance, to which this one can be dead.
  public Recovery recoveryElsewhere() {
    return GateHouse.of(List.of(chat, phone), means("node-9")).recovery();
  }

  // what came of it

  public List<Entry> ledger() {
    entries.flush();
    return ledger.all();
  }

  public List<Entry> ledger(Kind kind) {
    return ledger().stream().filter(entry -> entry.kind() == kind).toList();
  }

  public Claims.Stored claim(ClaimId claim) {
    return claims.find(SCOPE, claim).orElseThrow();
  }

  public GateBench approves(ApprovalId approval) {
    approvals.answer(SCOPE, approval, PERSON, Approval.State.APPROVED, clock.instant());
    return this;
  }

  public GateBench declines(ApprovalId approval) {
    approvals.answer(SCOPE, approval, PERSON, Approval.State.DECLINED, clock.instant());
    return this;
  }

  /// What the person used and was promised today.
  public Meter.Usage usage() {
    Plan plan = plans.find(organizations.find(SCOPE).orElseThrow().plan()).orElseThrow();
    return meter.usage(
        SCOPE,
        plan.allowance(Overage.BLOCK, 1)
            .charges(PERSON, SCOPE.organization(), clock.instant())
            .getFirst());
  }

  public Grant grant() {
    return grants.find(SCOPE, grant.id()).orElseThrow();
  }

  @Override
  public void close() {
    house.close();
  }

  private GateBench calledBy(Grant other) {
    if (grants.find(SCOPE, other.id()).isEmpty()) {
      grants.give(SCOPE, other);
    }
    grant = other;
    return this;
  }

  private GateBench announced() {
    changes.announce(SCOPE, Subject.ENTITLEMENTS);
    return this;
  }

  private static Grant grant(int number) {
    return new Grant(
        new GrantId("%032x".formatted(number)),
        SCOPE.organization(),
        PERSON,
        CLIENT,
        EVERY_SCOPE,
        Map.of(
            CHAT, Reach.of(new SpaceId("home"), new SpaceId("annex")),
            PHONE, Reach.of(new SpaceId("home")),
            WIKI, Reach.of(new SpaceId("home"))),
        Narrowing.NONE,
        Budget.UNLIMITED,
        Set.of(),
        MORNING,
        MORNING.plus(Duration.ofDays(30)),
        Optional.empty(),
        1);
  }

  private static Organization organization(TaintPolicy taint) {
    return new Organization(
        SCOPE.organization(),
        "Acme",
        new Slug("acme"),
        Organization.Kind.SHARED,
        Organization.Standing.ACTIVE,
        SomePlans.OPEN.id(),
        Optional.empty(),
        Optional.empty(),
        taint);
  }

  private static Organization on(Plan plan, Organization before) {
    return new Organization(
        before.id(),
        before.name(),
        before.slug(),
        before.kind(),
        before.standing(),
        plan.id(),
        before.pendingChange(),
        before.billing(),
        before.taint());
  }
}
