package dev.sallyport.domain.id;

import java.time.Instant;

/// Names one call, from its arrival to its last entry in the ledger. We mint it; no caller can
/// choose it.
public record CallId(String value) {
  public CallId {
    Form.minted(value);
  }

  /// The id of that time that these 10 bytes spell.
  public static CallId of(Instant at, byte[] bytes) {
    return new CallId(Form.minted(at, bytes));
  }
}
