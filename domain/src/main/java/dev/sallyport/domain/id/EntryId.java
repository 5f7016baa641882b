package dev.sallyport.domain.id;

import java.time.Instant;

/// Names an entry of the ledger.
public record EntryId(String value) {
  public EntryId {
    Form.minted(value);
  }

  /// The id of that time that these 10 bytes spell.
  public static EntryId of(Instant at, byte[] bytes) {
    return new EntryId(Form.minted(at, bytes));
  }
}
