package dev.sallyport.domain.id;

/// Names an organization, which is also where data belongs.
public record OrganizationId(String value) {
  public OrganizationId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static OrganizationId of(byte[] bytes) {
    return new OrganizationId(Form.minted(bytes));
  }
}
