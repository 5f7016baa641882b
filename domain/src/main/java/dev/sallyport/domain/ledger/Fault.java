package dev.sallyport.domain.ledger;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.vault.KeyId;

/// What is wrong with a ledger: the first thing that cannot be as it was sealed.
public sealed interface Fault {
  /// In words for whoever has to look into it.
  String told();

  /// The entry in this place is not the one that was chained there.
  record Altered(long sequence, EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %d (%s) was altered, or put in place of another"
          .formatted(sequence, id.value());
    }
  }

  /// Between two places there is an entry that was never chained.
  record Inserted(long sequence, EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %s was inserted: place %d belongs to another".formatted(id.value(), sequence);
    }
  }

  /// Entries are gone.
  record Missing(long from, long to) implements Fault {
    @Override
    public String told() {
      return from == to
          ? "entry %d is missing".formatted(from)
          : "entries %d to %d are missing".formatted(from, to);
    }
  }

  /// An entry stands behind later ones.
  record OutOfOrder(long sequence, EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %d (%s) is out of order".formatted(sequence, id.value());
    }
  }

  /// The chain was made anew: it holds in itself, and is not the one that was signed.
  record Rewritten(long checkpoint, long from, long to) implements Fault {
    @Override
    public String told() {
      return ("entries %d to %d are not those that checkpoint %d signed: at least one was altered,"
              + " removed or inserted and the chain made anew")
          .formatted(from, to, checkpoint);
    }
  }

  /// A checkpoint that its key never signed.
  record Forged(long checkpoint) implements Fault {
    @Override
    public String told() {
      return "checkpoint %d was forged or altered: its signature does not hold"
          .formatted(checkpoint);
    }
  }

  /// A checkpoint that does not follow the one before it.
  record Disconnected(long checkpoint, long expected) implements Fault {
    @Override
    public String told() {
      return checkpoint == expected
          ? "checkpoint %d does not follow the one before it".formatted(checkpoint)
          : "checkpoint %d is missing: checkpoint %d stands in its place"
              .formatted(expected, checkpoint);
    }
  }

  /// A signature by a key that is not trusted.
  record UnknownKey(String what, KeyId key) implements Fault {
    @Override
    public String told() {
      return "%s is signed with a key that is not trusted: %s".formatted(what, key.value());
    }
  }

  /// Entries after the last checkpoint: nobody signed for them.
  record Unsigned(long from, long to) implements Fault {
    @Override
    public String told() {
      return "the checkpoint over entries %d to %d is missing".formatted(from, to);
    }
  }

  /// The export ends before its end.
  record CutOff(long after) implements Fault {
    @Override
    public String told() {
      return "the export is cut off after entry %d".formatted(after);
    }
  }

  /// The signed end of the export was forged, or tells of something else than what is there.
  record FalseClosing(long said, long found) implements Fault {
    @Override
    public String told() {
      return said == found
          ? "the closing of the export was forged or altered"
          : "the closing of the export tells of %d entries and there are %d".formatted(said, found);
    }
  }

  /// An entry that has no place in the chain and does not wait for one.
  record Unchained(EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %s is not sealed and does not wait for a seal: it was inserted, or kept out"
          .formatted(id.value());
    }
  }

  /// An entry that waits for a seal and is gone.
  record Lost(EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %s waits for a seal and is gone".formatted(id.value());
    }
  }

  /// An entry that has its place and waits for another.
  record WaitsAgain(EntryId id) implements Fault {
    @Override
    public String told() {
      return "entry %s is sealed and was made to wait for a seal again".formatted(id.value());
    }
  }

  /// Something that is not a ledger's.
  record Unreadable(String where) implements Fault {
    @Override
    public String told() {
      return "%s cannot be read".formatted(where);
    }
  }
}
