package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.domain.ledger.Filing;
import java.util.ArrayList;
import java.util.List;

/// Entries about reads that are stored when the test flushes them.
public final class InMemoryReadEntries implements ReadEntries {
  private final Ledger ledger;
  private final int room;
  private final List<Filing> waiting = new ArrayList<>();
  private PlainReads plainReads = PlainReads.ENTERED;

  public InMemoryReadEntries(Ledger ledger, int room) {
    this.ledger = ledger;
    this.room = room;
  }

  @Override
  public synchronized Taking take(Filing filing) {
    if (waiting.size() == room && flush() instanceof Flushing.StillWaiting) {
      return new Taking.Overloaded();
    }
    waiting.add(filing);
    return new Taking.Taken();
  }

  @Override
  public synchronized PlainReads plainReads() {
    return plainReads;
  }

  /// As an operator may want it.
  public synchronized void leaveOutPlainReads() {
    plainReads = PlainReads.LEFT_OUT;
  }

  @Override
  public synchronized Flushing flush() {
    try {
      ledger.appendAll(waiting);
      waiting.clear();
      return new Flushing.Flushed();
    } catch (RuntimeException _) {
      return new Flushing.StillWaiting(waiting.size());
    }
  }
}
