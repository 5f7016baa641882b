package dev.sallyport.domain.id;

/// Names an entry of the ledger.
public record EntryId(String value) {
  public EntryId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static EntryId of(byte[] bytes) {
    return new EntryId(Form.minted(bytes));
  }
}
