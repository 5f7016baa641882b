package dev.sallyport.domain.id;

/// Names a person.
public record PersonId(String value) {
  public PersonId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static PersonId of(byte[] bytes) {
    return new PersonId(Form.minted(bytes));
  }
}
