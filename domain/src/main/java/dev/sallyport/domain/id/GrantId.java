package dev.sallyport.domain.id;

/// Names a grant.
public record GrantId(String value) {
  public GrantId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static GrantId of(byte[] bytes) {
    return new GrantId(Form.minted(bytes));
  }
}
