package dev.sallyport.application.person;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;

/// Writes down what became of a person's grants, and of the keys that carry them. All of it is in
/// clear, since nobody wrote any of it.
public final class GrantEntries {
  private static final int ID_BYTES = 10;

  private final Ledger ledger;
  private final Randomness randomness;

  public GrantEntries(Ledger ledger, Randomness randomness) {
    this.ledger = ledger;
    this.randomness = randomness;
  }

  public void write(TenantScope scope, Grant grant, String outcome, Instant at) {
    Facts facts = facts(grant.id(), grant.client(), "grant " + grant.id().value(), outcome);
    var entry =
        new Entry(newId(at), grant.organization(), at, Kind.CHANGED, facts, Personal.none());
    ledger.append(scope, Filing.of(entry, grant.person()));
  }

  public void write(TenantScope scope, ApiKey key, Kind kind, String outcome, Instant at) {
    Facts facts = facts(key.grant(), key.client(), "key " + key.id().value(), outcome);
    var entry = new Entry(newId(at), key.organization(), at, kind, facts, Personal.none());
    ledger.append(scope, Filing.of(entry, key.person()));
  }

  private static Facts facts(GrantId grant, ClientId client, String subject, String outcome) {
    return Facts.none()
        .with(Fact.GRANT, grant.value())
        .with(Fact.CLIENT, client.value())
        .with(Fact.SUBJECT, subject)
        .with(Fact.OUTCOME, outcome);
  }

  private EntryId newId(Instant at) {
    return EntryId.of(at, randomness.bytes(ID_BYTES));
  }
}
