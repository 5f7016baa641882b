package dev.sallyport.application.backend;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A backend's part of `search` and `fetch`. Each is a call like any other, of a tool without a
/// place in the list.
public interface DocumentSource {
  ReadTool<Query, Hits> searcher();

  /// Answers [Outcome.NotThere] for what is not there, and for what is out of reach in the same
  /// words.
  ReadTool<Reference, Document> fetcher();

  /// Where its pages are, by how it is configured and never by what it was told: nobody is led to a
  /// page anywhere else. The same as long as the house runs.
  default Set<Site> sites() {
    return Set.of();
  }

  /// What is looked for.
  record Query(String text, int most) {
    public Query {
      Objects.requireNonNull(text);
    }
  }

  /// What was found, the best first.
  ///
  /// @param complete whether all places within reach were looked at
  record Hits(List<Hit> hits, boolean complete) {
    public Hits {
      hits = List.copyOf(hits);
    }
  }

  /// One thing that was found.
  ///
  /// @param snippet a few words around what was looked for
  record Hit(Reference reference, String title, Optional<String> snippet, Optional<Instant> at) {
    public Hit {
      Objects.requireNonNull(reference);
      Objects.requireNonNull(title);
      Objects.requireNonNull(snippet);
      Objects.requireNonNull(at);
    }

    /// Without what somebody wrote.
    @Override
    public String toString() {
      return "Hit[…]";
    }
  }

  /// What one thing is called in its backend: a kind, and an id that stays the same. Both become
  /// part of an address, where the kind ends at a colon.
  record Reference(String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int LONGEST = 512;

    public Reference {
      if (!KIND.matcher(kind).matches()) {
        throw new IllegalArgumentException(
            "a kind is 1 to 64 letters, digits, dots, hyphens and underscores");
      }
      if (id.isBlank() || id.length() > LONGEST) {
        throw new IllegalArgumentException("an id has 1 to 512 characters");
      }
    }
  }

  /// One thing as a whole.
  ///
  /// @param page where the backend itself shows it, on one of its sites
  record Document(String title, String text, Map<String, String> metadata, Optional<URI> page) {
    public Document {
      Objects.requireNonNull(title);
      Objects.requireNonNull(text);
      metadata = Map.copyOf(metadata);
      Objects.requireNonNull(page);
    }

    /// Without what somebody wrote.
    @Override
    public String toString() {
      return "Document[…]";
    }
  }
}
