package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.domain.content.Replies;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How the questions of a tool get to the person and their replies back, which differs between
/// revisions.
public interface Asking {
  /// What the request itself brings.
  ///
  /// @param binding names all that the request is about, so that replies to one count for no other;
  ///   only asked for what brings any
  Brought broughtBy(Ask ask, Supplier<String> binding);

  /// Puts the questions. Must end in an answer to the request, or in `again`.
  void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again);

  /// What a request brings of replies.
  sealed interface Brought {
    /// None: it is a first attempt.
    record Nothing() implements Brought {}

    record Given(Replies replies) implements Brought {
      public Given {
        Objects.requireNonNull(replies);
      }
    }

    /// What it brings is not ours, or no longer counts.
    record Refused(Trouble trouble, Map<String, String> headers) implements Brought {
      public Refused {
        Objects.requireNonNull(trouble);
        headers = Map.copyOf(headers);
      }
    }
  }
}
