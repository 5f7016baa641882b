package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;

/// What is in a resource: a text, or bytes.
///
/// @param blob in base64
public record Body(
    String uri, Optional<String> mimeType, Optional<String> text, Optional<String> blob) {
  public Body {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(mimeType);
    Objects.requireNonNull(text);
    Objects.requireNonNull(blob);
    if (text.isPresent() == blob.isPresent()) {
      throw new IllegalArgumentException("a resource is either a text or bytes");
    }
  }

  public static Body text(String uri, String mimeType, String text) {
    return new Body(uri, Optional.of(mimeType), Optional.of(text), Optional.empty());
  }

  public static Body bytes(String uri, String mimeType, String base64) {
    return new Body(uri, Optional.of(mimeType), Optional.empty(), Optional.of(base64));
  }

  /// Without what is in it.
  @Override
  public String toString() {
    return "Body[…]";
  }
}
