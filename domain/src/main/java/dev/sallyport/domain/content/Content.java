package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;

/// One piece of an answer, as a model or a person gets to see it. None of it is ever printed.
public sealed interface Content {
  /// About how much room it takes.
  default long characters() {
    return switch (this) {
      case Text(String text) -> text.length();
      case Image(String data, _) -> data.length();
      case Audio(String data, _) -> data.length();
      case Resource(Body body) ->
          body.text().map(String::length).orElse(0) + body.blob().map(String::length).orElse(0);
      case ResourceLink link -> link.uri().length() + link.name().length();
    };
  }

  /// Words.
  record Text(String text) implements Content {
    public Text {
      Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
      return "Text[…]";
    }
  }

  /// A picture.
  ///
  /// @param data in base64
  record Image(String data, String mimeType) implements Content {
    public Image {
      Objects.requireNonNull(data);
      Objects.requireNonNull(mimeType);
    }

    @Override
    public String toString() {
      return "Image[" + mimeType + "]";
    }
  }

  /// A sound.
  ///
  /// @param data in base64
  record Audio(String data, String mimeType) implements Content {
    public Audio {
      Objects.requireNonNull(data);
      Objects.requireNonNull(mimeType);
    }

    @Override
    public String toString() {
      return "Audio[" + mimeType + "]";
    }
  }

  /// A resource with all that is in it.
  record Resource(Body resource) implements Content {
    public Resource {
      Objects.requireNonNull(resource);
    }
  }

  /// Where a resource can be read.
  record ResourceLink(
      String uri,
      String name,
      Optional<String> title,
      Optional<String> description,
      Optional<String> mimeType)
      implements Content {
    public ResourceLink {
      Objects.requireNonNull(uri);
      Objects.requireNonNull(name);
      Objects.requireNonNull(title);
      Objects.requireNonNull(description);
      Objects.requireNonNull(mimeType);
    }

    @Override
    public String toString() {
      return "ResourceLink[…]";
    }
  }
}
