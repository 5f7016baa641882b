package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Backlog;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fault;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The chain over an [InMemoryLedger].
public final class InMemorySeals implements Seals {
  private final InMemoryLedger ledger;
  private final InMemoryLeases leases;
  private final Map<EntryId, Long> places = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private Optional<ChainHead> head = Optional.empty();

  public InMemorySeals(InMemoryLedger ledger, InMemoryLeases leases) {
    this.ledger = ledger;
    this.leases = leases;
  }

  @Override
  public synchronized Optional<ChainHead> head() {
    return head;
  }

  @Override
  public synchronized List<Entry> unsealed(int most) {
    return ledger.all().stream()
        .filter(entry -> !places.containsKey(entry.id()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Backlog backlog() {
    List<Entry> waiting = unsealed(Integer.MAX_VALUE);
    Optional<Instant> oldest = waiting.stream().map(Entry::at).min(Comparator.naturalOrder());
    return new Backlog(waiting.size(), oldest);
  }

  @Override
  public synchronized Sealing seal(Leases.Lease lease, Batch batch) {
    if (!leases.standsBehind(lease) || head.filter(now -> !now.equals(batch.head())).isPresent()) {
      return new Sealing.Refused();
    }
    ChainHead end = batch.head();
    for (SealedEntry sealed : batch.entries()) {
      places.put(sealed.entry().id(), sealed.sequence());
      lines.add(new Line.Written(sealed));
      end = end.after(sealed);
    }
    lines.add(new Line.Signed(batch.checkpoint()));
    head = Optional.of(end.after(batch.checkpoint()));
    return new Sealing.Sealed();
  }

  @Override
  public void read(Consumer<Line> reader) {
    List<Line> now;
    synchronized (this) {
      now = List.copyOf(lines);
    }
    now.forEach(reader);
  }

  /// Nobody can tamper with what is in memory.
  @Override
  public Optional<Fault> beside() {
    return Optional.empty();
  }

  @Override
  public synchronized Optional<Recorded> find(EntryId id) {
    return ledger.all().stream()
        .filter(entry -> entry.id().equals(id))
        .map(this::recorded)
        .findFirst();
  }

  @Override
  public synchronized List<Recorded> latest(int most) {
    return ledger.all().reversed().stream().map(this::recorded).limit(most).toList();
  }

  private Recorded recorded(Entry entry) {
    Long place = places.get(entry.id());
    return new Recorded(entry, place == null ? OptionalLong.empty() : OptionalLong.of(place));
  }
}
