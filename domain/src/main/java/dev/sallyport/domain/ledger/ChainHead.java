package dev.sallyport.domain.ledger;

import dev.sallyport.domain.instance.InstallationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Where the chain ends: its last place and link, and the last checkpoint with its digest.
public record ChainHead(long sequence, Digest link, long checkpoint, Digest seal) {
  private static final String START = "sallyport/ledger/1";
  private static final String LINK = "sallyport/link/1";

  public ChainHead {
    Objects.requireNonNull(link);
    Objects.requireNonNull(seal);
  }

  /// Where the chain of an installation begins: those of two installations share nothing.
  public static ChainHead of(InstallationId installation) {
    Digest start = Canonical.form(START).text(installation.value()).digest();
    return new ChainHead(0, start, 0, start);
  }

  /// The entry in the place after this one.
  public SealedEntry next(Entry entry) {
    return new SealedEntry(sequence + 1, entry, linkTo(entry));
  }

  /// The end of the chain once the entry is in the next place.
  public ChainHead after(SealedEntry next) {
    return new ChainHead(next.sequence(), next.link(), checkpoint, seal);
  }

  /// The end of the chain once it is signed up to here.
  public ChainHead after(Checkpoint signed) {
    return new ChainHead(sequence, link, signed.statement().number(), signed.digest());
  }

  /// The entries in the places after this one, one after the other.
  public List<SealedEntry> chain(List<Entry> entries) {
    var chained = new ArrayList<SealedEntry>(entries.size());
    ChainHead head = this;
    for (Entry entry : entries) {
      SealedEntry next = head.next(entry);
      chained.add(next);
      head = head.after(next);
    }
    return chained;
  }

  /// What is to be signed over entries that were chained to this head.
  public Checkpoint.Statement state(List<SealedEntry> chained, Instant at) {
    SealedEntry last = chained.getLast();
    return new Checkpoint.Statement(
        checkpoint + 1, sequence + 1, last.sequence(), at, last.link(), seal);
  }

  Digest linkTo(Entry entry) {
    return Canonical.form(LINK)
        .bytes(link.bytes())
        .number(sequence + 1)
        .bytes(Digest.over(entry.toBytes()).bytes())
        .digest();
  }
}
