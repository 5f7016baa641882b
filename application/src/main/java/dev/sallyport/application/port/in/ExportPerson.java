package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.PersonId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Shows a person all that is kept of them, over all organizations. For the command line only.
public interface ExportPerson {
  /// Passes it piece by piece, so that all of it never has to be held at once. Pieces of one list
  /// come one after the other.
  Outcome export(PersonId person, Consumer<Piece> to);

  /// One thing that is kept, with what could be opened of it. A credential is never among it.
  ///
  /// @param list which list it belongs to, as a path without an ending
  record Piece(String list, Map<String, String> fields) {
    public Piece {
      Objects.requireNonNull(list);
      fields = Map.copyOf(fields);
    }
  }

  /// Whether there was something to show.
  sealed interface Outcome {
    /// All of it was passed.
    ///
    /// @param locked how many sealed texts could not be opened, other than those that an erasure
    ///   made unreadable; each is marked in its piece
    record Exported(long locked) implements Outcome {}

    /// Nobody has that id.
    record NotThere() implements Outcome {}
  }
}
