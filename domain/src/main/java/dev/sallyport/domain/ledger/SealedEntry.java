package dev.sallyport.domain.ledger;

import java.util.Objects;

/// An entry in its place. The link is made of the link before, the place and the entry, so that it
/// stands for everything up to here.
public record SealedEntry(long sequence, Entry entry, Digest link) {
  public SealedEntry {
    Objects.requireNonNull(entry);
    Objects.requireNonNull(link);
  }
}
