package dev.sallyport.domain.id;

/// Names an API key. It is no part of the key and opens nothing.
public record ApiKeyId(String value) {
  public ApiKeyId {
    Form.minted(value);
  }

  /// The id that these 16 bytes spell.
  public static ApiKeyId of(byte[] bytes) {
    return new ApiKeyId(Form.minted(bytes));
  }
}
