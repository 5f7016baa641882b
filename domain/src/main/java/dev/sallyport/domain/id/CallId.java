package dev.sallyport.domain.id;

/// Names one call, from its arrival to its last entry in the ledger. We mint it; no caller can
/// choose it.
public record CallId(String value) {
  public CallId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static CallId of(byte[] bytes) {
    return new CallId(Form.minted(bytes));
  }
}
