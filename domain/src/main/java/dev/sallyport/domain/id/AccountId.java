package dev.sallyport.domain.id;

/// Names a person's link to a backend.
public record AccountId(String value) {
  public AccountId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static AccountId of(byte[] bytes) {
    return new AccountId(Form.minted(bytes));
  }
}
