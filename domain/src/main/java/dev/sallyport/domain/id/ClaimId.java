package dev.sallyport.domain.id;

/// Names the claim of one write.
public record ClaimId(String value) {
  public ClaimId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static ClaimId of(byte[] bytes) {
    return new ClaimId(Form.minted(bytes));
  }
}
