package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/// What was decided and done, to be added to and read. Nothing in it is ever changed or removed.
///
/// Throws [dev.sallyport.application.Unavailable] while the store is away, and
/// [dev.sallyport.application.Damaged] where an entry that was asked for cannot be read.
public interface Ledger {
  /// Adds an entry as part of the unit of work that runs on this thread: it is there if and only if
  /// what it tells of happened. One whose id is there already changes nothing. The entry must be of
  /// the scope's organization.
  void append(TenantScope scope, Filing filing);

  /// Adds entries of any organizations at once: all or none. Must not be called within a unit. What
  /// is there already is passed over, so that it can be tried again after a doubtful end.
  void appendAll(List<Filing> filings);

  Optional<Entry> find(TenantScope scope, EntryId id);

  /// The newest first.
  List<Entry> latest(TenantScope scope, int most);

  /// What was done under a grant, the newest first.
  List<Entry> latestOf(TenantScope scope, GrantId grant, int most);

  /// What is filed under a person, the newest first.
  List<Entry> latestOf(TenantScope scope, PersonId person, int most);

  /// Takes the person away from all entries filed under them, in every organization, and answers
  /// how many. The entries stay, and so does the chain.
  int forget(PersonId person);
}
