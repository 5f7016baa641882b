package dev.sallyport.domain.tool;

import java.util.List;
import java.util.Objects;

/// Where an answer came from, piece by piece.
public record Provenance(List<Source> sources) {
  /// Of an answer that holds nobody's content.
  public static final Provenance NONE = new Provenance(List.of());

  public Provenance {
    sources = List.copyOf(sources);
  }

  /// Of what somebody of the organization wrote there.
  public static Provenance inside(Place place) {
    return new Provenance(List.of(new Source(place, new Author.Inside())));
  }

  /// One place, and who wrote what was read there.
  public record Source(Place place, Author author) {
    public Source {
      Objects.requireNonNull(place);
      Objects.requireNonNull(author);
    }
  }

  /// Who wrote something.
  public sealed interface Author {
    /// Somebody of the organization.
    record Inside() implements Author {}

    /// Somebody else, known by how they are reached.
    record Outside(Recipient who) implements Author {
      public Outside {
        Objects.requireNonNull(who);
      }
    }

    /// Nobody can say; it counts as somebody else.
    record Unknown() implements Author {}
  }
}
