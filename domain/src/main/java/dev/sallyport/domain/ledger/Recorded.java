package dev.sallyport.domain.ledger;

import java.util.Objects;
import java.util.OptionalLong;

/// An entry as it was found, and its place in the chain once it is sealed.
public record Recorded(Entry entry, OptionalLong sequence) {
  public Recorded {
    Objects.requireNonNull(entry);
    Objects.requireNonNull(sequence);
  }
}
