package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.testbed.Handmade;
import dev.sallyport.adapters.testbed.SlimHouse;
import dev.sallyport.adapters.testbed.Undescribed;
import dev.sallyport.application.Caller;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.fake.ScriptedBackend.Asked;
import dev.sallyport.application.fake.ScriptedBackend.Turn;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.gate.GateHouse;
import dev.sallyport.application.gate.Means;
import dev.sallyport.application.person.Departure;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.usecase.AnswerApprovalService;
import dev.sallyport.application.usecase.AuthenticateService;
import dev.sallyport.application.usecase.CheckReadinessService;
import dev.sallyport.application.usecase.CreateKeyService;
import dev.sallyport.application.usecase.DescribeInstanceService;
import dev.sallyport.application.usecase.ErasePersonService;
import dev.sallyport.application.usecase.ExportPersonService;
import dev.sallyport.application.usecase.NarrowGrantService;
import dev.sallyport.application.usecase.ReviewApprovalsService;
import dev.sallyport.application.usecase.RevokeGrantService;
import dev.sallyport.application.usecase.RevokeKeyService;
import dev.sallyport.application.usecase.SealLedgerService;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import io.micronaut.context.BeanContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What callers and people may ask of a house, over the real stores of one database. Behind its
/// gate is one backend, which tells in each answer whose credential it was shown.
final class WholeHouse implements AutoCloseable {
  static final String READ = "messages.read";
  static final String WRITE = "notes.write";
  static final String SEND = "messages.send";

  /// How a text begins that the backend takes without ever saying so.
  static final String LOST = "lost ";

  /// Who is sent to.
  private static final String NUMBER = "+15550001";

  private static final Recipient OUTSIDER = Recipient.phone("+15550666", "US");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long CACHE_BYTES = 1L << 20;

  /// What the framework has to make.
  private static final List<Class<?>> ROWS =
      List.of(AccountRows.class, MembershipRows.class, OrganizationRows.class, PersonRows.class);

  private static final List<Class<?>> STORES =
      List.of(
          JdbcUnitOfWork.class,
          JdbcChanges.class,
          JdbcPlans.class,
          JdbcPeople.class,
          JdbcOrganizations.class,
          JdbcMemberships.class,
          JdbcGrants.class,
          JdbcAccounts.class,
          JdbcApiKeys.class,
          JdbcClaims.class,
          JdbcApprovals.class,
          JdbcSpending.class,
          JdbcTaints.class,
          JdbcTraces.class,
          JdbcLedger.class,
          JdbcSeals.class,
          JdbcLeases.class,
          JdbcMeter.class,
          JdbcQuotaBlocks.class,
          JdbcPersonKeys.class,
          JdbcInstallations.class);

  private final SettableClock clock = new SettableClock(Belongings.NOW);
  private final ScriptedBackend chat = new ScriptedBackend("chat", Backend.Linking.PERSONAL);
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final Handmade parts = new Handmade();
  private final GateHouse gates;

  WholeHouse(BeanContext stores, Path keys) {
    parts.add(clock);
    parts.add("node");
    parts.add(stores.getBean(Database.class));
    parts.make(JdbcKeyChecks.class);
    addKeys(keys);
    addStores(stores);
    parts.gateMeans(CACHE_BYTES);
    scriptBackend();
    parts.add(new Undescribed(parts.get(Arguments.class)));
    gates = GateHouse.of(List.of(chat), parts.make(Means.class));
    parts.add(gates.gate());
    parts.add(gates.recovery());
    addUseCases();
  }

  <T> T get(Class<T> type) {
    return parts.get(type);
  }

  Instant now() {
    return clock.instant();
  }

  /// Lets pass what a backend is left alone after a write nobody heard of again.
  void quietPeriodPasses() {
    clock.passes(ScriptedBackend.QUIET.plusSeconds(60));
    listens();
  }

  /// Hears now of all changes, its own too; of those it did not listen to for a while it knows
  /// nothing.
  void listens() {
    parts.call(get(Changes.class), "look");
  }

  CallTool.Answer call(Caller caller, String tool, String space, String text, String key) {
    return get(CallTool.class).call(command(caller, tool, space, text, key));
  }

  /// A call with these arguments, and `idempotencyKey` if it is not empty.
  Command command(Caller caller, String tool, String space, String text, String key) {
    String chosen = key.isEmpty() ? "" : ",\"idempotencyKey\":\"" + key + "\"";
    return new Command(
        caller,
        new ToolName(tool),
        "{\"space\":\"%s\",\"text\":\"%s\",\"to\":\"%s\"%s}"
            .formatted(space, text, tool.equals(SEND) ? NUMBER : "", chosen),
        now().plus(PATIENCE),
        false,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        Optional.empty(),
        CallTool.Listener.PATIENT);
  }

  /// What is answered, and what the backend was asked and shown meanwhile.
  Heard hear(Supplier<Object> asking) {
    int asked = chat.asked().size();
    int seen = shown.size();
    Object answer = asking.get();
    return new Heard(
        answer, chat.asked().stream().skip(asked).toList(), shown.stream().skip(seen).toList());
  }

  /// Every row of an organization, with what was on its way to the ledger.
  List<String> rows(TenantScope scope) {
    get(ReadEntries.class).flush();
    return Rows.of(get(Database.class), scope);
  }

  @Override
  public void close() {
    gates.close();
    parts.close();
  }

  private void addStores(BeanContext stores) {
    for (Class<?> rows : ROWS) {
      parts.add(stores.getBean(rows));
    }
    STORES.forEach(parts::make);
    get(Plans.class).put(SlimHouse.plan(), Instant.EPOCH);
    listens();
  }

  private void addKeys(Path folder) {
    parts
        .adapter("out.random.SecureRandomness")
        .adapter("out.crypto.KeyRingSettings", folder, null, null)
        .adapter("out.crypto.FileKeyRing")
        .adapter("out.crypto.AesVault")
        .adapter("out.crypto.RingPeppers")
        .adapter("out.crypto.Ed25519Signer");
  }

  private void addUseCases() {
    parts.make(AnswerApprovalService.class);
    parts.make(ReviewApprovalsService.class);
    parts.make(NarrowGrantService.class);
    parts.make(RevokeGrantService.class);
    parts.add(new LastUses());
    parts.make(AuthenticateService.class);
    parts.make(CreateKeyService.class);
    parts.make(RevokeKeyService.class);
    parts.make(ExportPersonService.class);
    parts.make(Departure.class);
    parts.make(DescribeInstanceService.class, described());
    parts.make(SealLedgerService.class);
    parts.make(ErasePersonService.class);
  }

  private @Nullable Object[] described() {
    return new Object[] {
      "whole",
      new CheckReadinessService(List.of(), get(Alarms.class), clock),
      get(Installations.class),
      get(Randomness.class),
      clock
    };
  }

  private void scriptBackend() {
    chat.does(READ, turn -> new Done<>(said(turn), new Provenance(List.of(outside(turn)))));
    chat.does(WRITE, this::takes);
    chat.does(SEND, this::takes);
    chat.finds(_ -> new Settlement.Found<>(new ScriptedBackend.Done("found"), Provenance.NONE));
  }

  private Outcome<ScriptedBackend.Done> takes(Turn turn) {
    ScriptedBackend.Done done = said(turn);
    return turn.said().text().startsWith(LOST)
        ? new Unknown<>("No answer came.")
        : new Done<>(done, Provenance.inside(chat.space(turn.said().space())));
  }

  private Source outside(Turn turn) {
    return new Source(chat.space(turn.said().space()), new Author.Outside(OUTSIDER));
  }

  private ScriptedBackend.Done said(Turn turn) {
    String credential = turn.access().credential().map(Secret::reveal).orElse("nothing");
    shown.add(credential);
    return new ScriptedBackend.Done(turn.said().text() + " for " + credential);
  }

  /// @param shown the credentials
  record Heard(Object answer, List<Asked> asked, List<String> shown) {
    Heard {
      asked = List.copyOf(asked);
      shown = List.copyOf(shown);
    }
  }
}
