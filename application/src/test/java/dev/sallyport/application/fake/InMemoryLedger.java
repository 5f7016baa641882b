package dev.sallyport.application.fake;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A ledger that lasts as long as the test, and can be taken away or broken.
public final class InMemoryLedger implements Ledger, Undoable {
  private final Map<EntryId, Filing> filed = new LinkedHashMap<>();
  private volatile @Nullable RuntimeException trouble;

  @Override
  public synchronized void append(TenantScope scope, Filing filing) {
    mustBeThere();
    if (!filing.entry().organization().equals(scope.organization())) {
      throw new IllegalArgumentException("an entry belongs to its own organization");
    }
    filed.putIfAbsent(filing.entry().id(), filing);
  }

  @Override
  public synchronized void appendAll(List<Filing> filings) {
    mustBeThere();
    filings.forEach(filing -> filed.putIfAbsent(filing.entry().id(), filing));
  }

  @Override
  public Optional<Entry> find(TenantScope scope, EntryId id) {
    return latest(scope, filing -> filing.entry().id().equals(id), 1).stream().findFirst();
  }

  @Override
  public List<Entry> latest(TenantScope scope, int most) {
    return latest(scope, _ -> true, most);
  }

  @Override
  public List<Entry> latestOf(TenantScope scope, GrantId grant, int most) {
    return latest(scope, filing -> filing.grant().filter(grant::equals).isPresent(), most);
  }

  @Override
  public List<Entry> latestOf(TenantScope scope, PersonId person, int most) {
    return latest(scope, filing -> filing.person().filter(person::equals).isPresent(), most);
  }

  @Override
  public synchronized int forget(PersonId person) {
    mustBeThere();
    List<Entry> theirs =
        filed.values().stream()
            .filter(filing -> filing.person().filter(person::equals).isPresent())
            .map(Filing::entry)
            .toList();
    theirs.forEach(entry -> filed.put(entry.id(), Filing.of(entry)));
    return theirs.size();
  }

  public void goesAway() {
    trouble = new Unavailable("the ledger", new IllegalStateException("taken away by the test"));
  }

  /// From now on it meets this bug.
  public void breaks(RuntimeException bug) {
    trouble = bug;
  }

  public void comesBack() {
    trouble = null;
  }

  /// Everything there is, in the order in which it was added.
  public synchronized List<Entry> all() {
    mustBeThere();
    return filed.values().stream().map(Filing::entry).toList();
  }

  @Override
  public synchronized Runnable snapshot() {
    Map<EntryId, Filing> before = new LinkedHashMap<>(filed);
    return () -> restore(before);
  }

  private synchronized void restore(Map<EntryId, Filing> before) {
    filed.clear();
    filed.putAll(before);
  }

  private synchronized List<Entry> latest(TenantScope scope, Predicate<Filing> wanted, int most) {
    mustBeThere();
    return filed.values().stream()
        .filter(filing -> filing.entry().organization().equals(scope.organization()))
        .filter(wanted)
        .map(Filing::entry)
        .sorted(Comparator.comparing(Entry::at).reversed())
        .limit(most)
        .toList();
  }

  private void mustBeThere() {
    RuntimeException now = trouble;
    if (now != null) {
      throw now;
    }
  }
}
