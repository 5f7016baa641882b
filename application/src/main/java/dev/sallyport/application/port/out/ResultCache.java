package dev.sallyport.application.port.out;

import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.tool.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers of reads, for a while, within a bound of bytes. It may forget anything at any time, and
/// must never fail.
public interface ResultCache {
  /// What was kept under the key, unless its time is over.
  Optional<Kept> find(String key, Instant at);

  void keep(String key, Kept answer);

  /// An answer, and until when it holds.
  ///
  /// @param json the answer as callers get it
  record Kept(String json, List<Content> content, Provenance provenance, Instant until) {
    public Kept {
      Objects.requireNonNull(json);
      content = List.copyOf(content);
      Objects.requireNonNull(provenance);
      Objects.requireNonNull(until);
    }

    /// Without the answer.
    @Override
    public String toString() {
      return "Kept[until " + until + "]";
    }
  }
}
