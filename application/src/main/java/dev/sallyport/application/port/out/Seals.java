package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Backlog;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fault;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The ledger of the whole installation as one chain: what the sealer writes and the operator
/// reads.
///
/// It belongs to no organization; no door that an organization can reach may use it. Throws
/// [dev.sallyport.application.Unavailable] while the store is away, and
/// [dev.sallyport.application.Damaged] where an entry that was asked for cannot be read.
public interface Seals {
  /// Where the chain ends, unless nothing was sealed yet.
  Optional<ChainHead> head();

  /// Entries that have no place in the chain yet, in the order in which they were added as far as
  /// the store can tell. One that became visible late must still come. One that cannot be read is
  /// left out, so that it holds up no other; [#beside] names it.
  List<Entry> unsealed(int most);

  Backlog backlog();

  /// Gives the entries their places and stores the checkpoint: all of it or nothing. Must refuse
  /// whoever's lease has passed to another, and a batch that does not begin at the head.
  Sealing seal(Leases.Lease lease, Batch batch);

  /// Passes every entry and checkpoint that was sealed when this was called, in their order. What
  /// cannot be read any more must be passed as such; what is gone is left out.
  void read(Consumer<Line> reader);

  /// The first fault in what the chain does not hold: an entry that is neither sealed nor waits, or
  /// one that waits and is gone or cannot be read.
  Optional<Fault> beside();

  Optional<Recorded> find(EntryId id);

  /// The newest first, whether sealed or not.
  List<Recorded> latest(int most);

  /// Entries chained to a head, and the signature over them.
  record Batch(ChainHead head, List<SealedEntry> entries, Checkpoint checkpoint) {
    public Batch {
      Objects.requireNonNull(head);
      entries = List.copyOf(entries);
      Objects.requireNonNull(checkpoint);
    }
  }

  /// How an attempt to seal ended.
  sealed interface Sealing {
    /// The batch is part of the chain.
    record Sealed() implements Sealing {}

    /// Somebody else seals, or did in between.
    record Refused() implements Sealing {}
  }
}
