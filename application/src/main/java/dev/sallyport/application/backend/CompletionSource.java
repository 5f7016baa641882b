package dev.sallyport.application.backend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Helps whoever fills in a prompt or an address of the same backend.
public interface CompletionSource {
  /// Is only ever asked about prompts and templates of the same backend that the caller may see.
  ReadTool<Beginning, Endings> completer();

  /// What was typed so far.
  ///
  /// @param of the prompt's name, or the template
  /// @param given what the other arguments are filled with already
  record Beginning(String of, String argument, String typed, Map<String, String> given) {
    public Beginning {
      Objects.requireNonNull(of);
      Objects.requireNonNull(argument);
      Objects.requireNonNull(typed);
      given = Map.copyOf(given);
    }
  }

  /// How it could go on.
  ///
  /// @param values a hundred at most
  /// @param total how many there are, where that is known
  record Endings(List<String> values, Optional<Integer> total, boolean hasMore) {
    public Endings {
      values = List.copyOf(values);
      Objects.requireNonNull(total);
    }
  }
}
