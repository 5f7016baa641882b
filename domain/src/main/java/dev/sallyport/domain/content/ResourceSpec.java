package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;

/// A resource with an address of its own, as lists show it.
public record ResourceSpec(
    String uri, String name, String title, String description, Optional<String> mimeType) {
  public ResourceSpec {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(mimeType);
  }
}
