package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Entries to try a ledger with.
public final class Filings {
  public static final TenantScope HERE =
      new TenantScope(new OrganizationId("0000000000000000000000000000000a"));
  public static final TenantScope THERE =
      new TenantScope(new OrganizationId("0000000000000000000000000000000b"));
  public static final PersonId ANA = new PersonId("000000000000000000000000000000aa");
  public static final PersonId BEN = new PersonId("000000000000000000000000000000bb");
  public static final GrantId GRANT = new GrantId("000000000000000000000000000000cc");
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

  private Filings() {}

  /// The entry of this number, about Ana's grant; later numbers are later entries.
  public static Filing filing(TenantScope scope, int number) {
    return Filing.of(entry(scope, number, facts().with(Fact.GRANT, GRANT.value())), ANA);
  }

  /// The same with another person, and no grant.
  public static Filing filingOf(TenantScope scope, int number, PersonId person) {
    return Filing.of(entry(scope, number, facts()), person);
  }

  public static List<Filing> filings(TenantScope scope, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(number -> filing(scope, number)).toList();
  }

  public static List<Entry> entries(List<Filing> filings) {
    return filings.stream().map(Filing::entry).toList();
  }

  private static Facts facts() {
    return Facts.none().with(Fact.TOOL, "send_message").with(Fact.POLICY, "5e884898da280471");
  }

  private static Entry entry(TenantScope scope, int number, Facts facts) {
    return new Entry(
        new EntryId("%032x".formatted(number)),
        scope.organization(),
        AT.plusSeconds(number),
        Kind.CLAIMED,
        facts,
        new Personal(Bytes.of("sealed elsewhere".getBytes(StandardCharsets.UTF_8))));
  }
}
