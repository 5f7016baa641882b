package dev.sallyport.domain.id;

/// Names one question put to a person.
public record ApprovalId(String value) {
  public ApprovalId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static ApprovalId of(byte[] bytes) {
    return new ApprovalId(Form.minted(bytes));
  }
}
