package dev.sallyport.adapters.testbed;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.InMemoryAccounts;
import dev.sallyport.application.fake.InMemoryMemberships;
import dev.sallyport.application.fake.InMemoryOrganizations;
import dev.sallyport.application.fake.InMemoryPeople;
import dev.sallyport.application.fake.InMemoryPlans;
import dev.sallyport.application.gate.GateHouse;
import dev.sallyport.application.gate.Means;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.application.usecase.CheckReadinessService;
import dev.sallyport.application.usecase.DescribeInstanceService;
import dev.sallyport.application.usecase.ReadLedgerService;
import dev.sallyport.application.usecase.SealLedgerService;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tenancy.TenantScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The gate over real stores, keys, queue and meter, without the framework: for tests that kill it
/// and benchmarks that measure it. Who belongs where is fixed and in memory.
public final class SlimHouse implements AutoCloseable {
  private static final TenantScope HERE = new TenantScope(new OrganizationId("%032x".formatted(1)));
  private static final PersonId ADA = new PersonId("%032x".formatted(2));
  private static final GrantId GRANT = new GrantId("%032x".formatted(3));
  private static final Bounds COUNTED =
      new Bounds(Quota.daily(1_000_000_000_000L), Limit.NONE, Limit.NONE);
  private static final Plan PLAN =
      SomePlans.remembering(SomePlans.bounding(COUNTED, COUNTED), Duration.ofDays(1));
  private static final long CACHE_BYTES = 64L << 20;

  private final Handmade parts = new Handmade();
  private final GateHouse gates;

  /// @param changed may wrap what it finds among the parts
  public SlimHouse(
      Place place,
      InstantSource clock,
      String node,
      AGrant allowed,
      List<Backend> backends,
      Consumer<Handmade> changed) {
    parts.add(clock);
    parts.add(node);
    addStores(place);
    addPeople(clock.instant());
    parts.gateMeans(CACHE_BYTES);
    parts.add(new CheckReadinessService(List.of(), parts.get(Alarms.class), clock));
    changed.accept(parts);
    parts.make(DescribeInstanceService.class, fill("slim"));
    parts.make(SealLedgerService.class);
    parts.make(ReadLedgerService.class);
    give(allowed.named(GRANT).in(HERE).by(ADA).grant());
    gates = GateHouse.of(backends, parts.make(Means.class));
  }

  public GateHouse gates() {
    return gates;
  }

  public <T> T get(Class<T> type) {
    return parts.get(type);
  }

  public Handmade parts() {
    return parts;
  }

  public TenantScope scope() {
    return HERE;
  }

  /// Who holds the grant that is given.
  public Caller caller() {
    Grant grant = parts.get(Grants.class).find(HERE, GRANT).orElseThrow();
    return new Caller(HERE, GRANT, ADA, grant.client(), grant.scopes());
  }

  /// The plan that counts and bounds nothing.
  public static Plan plan() {
    return PLAN;
  }

  public static PersonId person() {
    return ADA;
  }

  @Override
  public void close() {
    gates.close();
    parts.close();
  }

  private void addStores(Place place) {
    parts
        .adapter("out.jdbc.DatabaseSettings", place.url(), place.user(), null, place.connections())
        .adapter("out.jdbc.Database")
        .adapter("out.random.SecureRandomness")
        .adapter("out.jdbc.JdbcKeyChecks")
        .adapter("out.crypto.KeyRingSettings", place.folder(), null, null)
        .adapter("out.crypto.FileKeyRing")
        .adapter("out.crypto.AesVault")
        .adapter("out.crypto.Ed25519Signer");
    parts.adapter("out.jdbc.JdbcGrants").get(Grants.class).find(HERE, GRANT);
    for (String store :
        List.of(
            "UnitOfWork",
            "Claims",
            "Grants",
            "Ledger",
            "Seals",
            "Leases",
            "Nodes",
            "Meter",
            "MeterUpkeep",
            "QuotaBlocks",
            "Spending",
            "Taints",
            "Approvals",
            "Changes",
            "PersonKeys",
            "Installations")) {
      parts.adapter("out.jdbc.Jdbc" + store);
    }
    // nothing is known before changes were heard of
    parts.call(parts.get(Changes.class), "look");
  }

  private void addPeople(Instant now) {
    parts.add(new InMemoryPlans(parts.get(InstantSource.class))).put(PLAN, Instant.EPOCH);
    parts.add(new InMemoryAccounts(parts.get(Changes.class)));
    parts
        .add(new InMemoryPeople())
        .add(
            new Person(
                ADA,
                Optional.of(new EmailAddress("ada@example.org")),
                Locale.ENGLISH,
                Person.Standing.ACTIVE,
                now));
    parts
        .add(new InMemoryMemberships())
        .add(HERE, new Membership(HERE.organization(), ADA, Role.OWNER));
    parts
        .add(new InMemoryOrganizations())
        .add(
            HERE,
            new Organization(
                HERE.organization(),
                "Here",
                new Slug("here"),
                Organization.Kind.SHARED,
                Organization.Standing.ACTIVE,
                PLAN.id(),
                Optional.empty(),
                Optional.empty(),
                TaintPolicy.standard()));
  }

  private void give(Grant grant) {
    Grants grants = parts.get(Grants.class);
    if (grants.find(HERE, GRANT).isEmpty()) {
      grants.give(HERE, grant);
    }
  }

  private @Nullable Object[] fill(String version) {
    return new Object[] {
      version,
      parts.get(CheckReadinessService.class),
      parts.get(Installations.class),
      parts.get(Randomness.class),
      parts.get(InstantSource.class)
    };
  }

  /// Where a house keeps what it knows.
  public record Place(String url, @Nullable String user, Path folder, int connections) {
    public static Place h2(Path folder) {
      return new Place("jdbc:h2:file:" + folder.resolve("db"), "", folder, 8);
    }
  }
}
