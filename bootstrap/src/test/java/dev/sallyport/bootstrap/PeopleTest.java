package dev.sallyport.bootstrap;

import static dev.sallyport.application.sample.AClaim.aClaim;
import static dev.sallyport.application.sample.AGrant.aGrant;
import static dev.sallyport.application.sample.AnApproval.anApproval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.application.person.Departure;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Tenancy;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The people command")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class PeopleTest {
  private static final String EMAIL = "canary@example.com";
  private static final String ARGUMENTS = "{\"to\":\"+491701234567\",\"text\":\"canary\"}";
  private static final Lock LOCK = new Lock.ServerSealed();

  private final PersonId anna = Fresh.person();
  private final TenantScope home = Fresh.scope();
  @TempDir Path folder;
  private Map<String, String> environment = Map.of();

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void shows_and_forgets_a_person(String product) throws Exception {
    use(product);
    keep();
    assertThat(everything()).filteredOn(row -> row.contains("canary")).hasSize(1);
    assertThat(everything()).noneMatch(row -> row.contains("491701234567"));

    assertEnds(0, run("list"), anna.value(), "c…@example.com");
    assertEnds(0, run("export", anna.value(), "--to", "anna.zip"), "records written");
    assertThat(exported())
        .containsKeys("person.json", file("grants"), file("claims"), file("approvals"))
        .hasEntrySatisfying("person.json", text -> assertThat(text).contains(EMAIL))
        .hasEntrySatisfying(file("claims"), text -> assertThat(text).contains("491701234567"))
        .hasEntrySatisfying(file("approvals"), text -> assertThat(text).contains("491701234567"))
        .hasEntrySatisfying(file("ledger"), text -> assertThat(text).contains("491701234567"));

    assertEnds(0, run("erase", anna.value(), "--yes", "--json"), "\"key\":\"destroyed\"");
    assertThat(everything()).noneMatch(row -> row.contains("canary"));
    assertThat(everything()).filteredOn(row -> row.contains("ERASED")).isNotEmpty();
    assertEnds(0, command("audit", "verify"), "The ledger is whole");
    assertEnds(0, run("erase", anna.value(), "--yes"), "The key is destroyed", "in place");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 90})
  void says_that_a_damaged_key_opens_nothing(int bytes) throws Exception {
    keep();
    try (var connection = connected();
        var statement =
            connection.prepareStatement("update person_key set wrapped = ? where person_id = ?")) {
      statement.setBytes(1, new byte[bytes]);
      statement.setString(2, anna.value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    HouseProcess export = run("export", anna.value(), "--to", "anna.zip", "--json");
    if (bytes == 2) {
      assertEnds(1, export, "the key of person %s cannot be read".formatted(anna.value()));
      assertThat(folder.resolve("anna.zip")).doesNotExist();
    } else {
      assertEnds(1, export, "\"locked\":3}", "3 sealed texts could not be opened", "`person_key`");
      assertThat(exported().get(file("claims"))).contains("arguments_unreadable");
    }
  }

  @Test
  void says_that_an_erasure_has_begun_and_who_could_own_what_is_left() throws Exception {
    Tenancy.Welcome ben = welcome(Fresh.person(), Fresh.scope(), "ben@example.com");
    keep();
    house()
        .with(it -> {
          it.getBean(People.class).add(ben.person());
          it.getBean(Memberships.class)
              .add(home, new Membership(home.organization(), ben.person().id(), Role.MEMBER));
        });
    assertEnds(1, run("erase", anna.value(), "--yes"), "Not erased: nobody would own");
    house()
        .with(it ->
            it.getBean(Ledger.class)
                .append(home, entry(Departure.entryOf(home, anna), Kind.ERASED, Personal.none())));

    assertEnds(
        1,
        run("erase", anna.value(), "--yes"),
        "Begun, to be finished by running it again; they stay suspended: nobody would own",
        "  %s  b…@example.com".formatted(ben.person().id().value()));
  }

  @Test
  void does_nothing_on_a_wrong_command_line() {
    house().prepare();
    assertEnds(2, run("erase", anna.value()), "say --yes");
    assertEnds(2, run("erase", "anna", "--yes"), "is no person's id");
    assertEnds(1, run("erase", anna.value(), "--yes"), "Nobody has the id");
    assertEnds(1, run("export", anna.value(), "--to", "anna.zip"), "Nobody has the id");
    assertThat(folder.resolve("anna.zip")).doesNotExist();
  }

  @Test
  void does_nothing_while_a_server_runs_on_the_same_files() throws Exception {
    try (HouseProcess server = HouseProcess.serve(folder, Map.of())) {
      assertEnds(69, run("erase", anna.value(), "--yes"), "stop that first");
      assertThat(server.output()).contains("is open at");
    }
  }

  private void use(String product) {
    if (product.equals("postgresql")) {
      environment =
          Map.of(
              "SALLYPORT_DATABASE_URL", Postgres.freshDatabase(),
              "SALLYPORT_DATABASE_USERNAME", Postgres.user());
    }
  }

  private StoppedHouse house() {
    return StoppedHouse.in(folder.resolve("data"), environment);
  }

  private void keep() throws Exception {
    house()
        .with(house -> {
          Tenancy.Welcome welcome = welcome(anna, home, EMAIL);
          house.getBean(People.class).add(welcome.person());
          house.getBean(Organizations.class).add(home, welcome.organization());
          house.getBean(Memberships.class).add(home, welcome.membership());
          keepSealed(house);
        });
  }

  private static Tenancy.Welcome welcome(PersonId person, TenantScope scope, String email) {
    return Tenancy.welcome(
        person,
        scope.organization(),
        new EmailAddress(email),
        Locale.ENGLISH,
        new PlanId("free"),
        Instant.EPOCH);
  }

  private void keepSealed(ApplicationContext house) {
    Grant grant = aGrant().in(home).by(anna).grant();
    house.getBean(Grants.class).give(home, grant);
    Claim claim = aClaim().in(home).by(anna).through(grant.id()).claim();
    house
        .getBean(Claims.class)
        .claim(
            home,
            claim,
            "node",
            sealed(house, PersonalPart.CLAIM_ARGUMENTS, claim.id().value()),
            claim.claimedAt());
    Approval approval = anApproval().in(home).of(anna).approval();
    house
        .getBean(Approvals.class)
        .ask(home, approval, sealed(house, PersonalPart.APPROVAL_TEXT, approval.id().value()));
    var id = new EntryId(Fresh.call().value());
    var personal = new Personal(sealed(house, PersonalPart.LEDGER_ENTRY, id.value()).envelope());
    house.getBean(Ledger.class).append(home, entry(id, Kind.CLAIMED, personal));
  }

  private Filing entry(EntryId id, Kind kind, Personal personal) {
    return Filing.of(
        new Entry(id, home.organization(), Instant.EPOCH, kind, Facts.none(), personal), anna);
  }

  private Sealed sealed(ApplicationContext house, PersonalPart part, String owner) {
    var holding = (Holding.Present) house.getBean(PersonKeys.class).keyOf(anna);
    var unlocked =
        (Unlocking.Unlocked)
            house.getBean(Vault.class).unlock(holding.key(), LOCK, SealContext.ofKey(anna));
    return unlocked
        .key()
        .seal(part.of(home.organization(), owner), ARGUMENTS.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> exported() throws Exception {
    var files = new HashMap<String, String>();
    try (var zip = new ZipFile(folder.resolve("anna.zip").toFile())) {
      for (var entry : zip.stream().toList()) {
        files.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Files.delete(folder.resolve("anna.zip"));
    return files;
  }

  private String file(String list) {
    return "organizations/%s/%s.json".formatted(home.organization().value(), list);
  }

  /// Every row of every table.
  private List<String> everything() throws Exception {
    var rows = new ArrayList<String>();
    try (Connection connection = connected();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        rows.addAll(rows(connection, tables.getString("TABLE_NAME")));
      }
    }
    return rows;
  }

  private static List<String> rows(Connection connection, String table) throws Exception {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
      while (row.next()) {
        var text = new StringBuilder(table);
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          byte[] bytes = row.getObject(column) instanceof byte[] raw ? raw : new byte[0];
          text.append(' ').append(row.getString(column));
          text.append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        found.add(text.toString());
      }
    }
    return found;
  }

  private Connection connected() throws Exception {
    return environment.isEmpty()
        ? house().connection()
        : DriverManager.getConnection(
            environment.get("SALLYPORT_DATABASE_URL"), Postgres.user(), "");
  }

  private HouseProcess run(String... arguments) {
    return command(Stream.concat(Stream.of("people"), Stream.of(arguments)).toArray(String[]::new));
  }

  private HouseProcess command(String... arguments) {
    return HouseProcess.run(folder, environment, arguments);
  }

  private static void assertEnds(int code, HouseProcess process, String... parts) {
    try (process) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
      assertThat(process.output()).contains(parts).doesNotContain("\tat ");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
