package dev.sallyport.application.backend;

import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.content.PromptSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A backend's part of the prompts. Filling one in is a call like any other, of a tool without a
/// place in the list.
public interface PromptSource {
  /// What there is now, in the same order each time. Must answer at once and without asking
  /// anybody. Once it becomes another list, the backend must announce `CATALOGUE`.
  List<PromptSpec> prompts();

  /// Is only ever asked for a prompt of the list, with all that it requires and nothing else.
  ReadTool<Choice, Script> writer();

  /// Which prompt, filled with what.
  record Choice(String name, Map<String, String> arguments) {
    public Choice {
      Objects.requireNonNull(name);
      arguments = Map.copyOf(arguments);
    }
  }

  /// What a conversation is to go on with.
  record Script(Optional<String> description, List<Line> messages) {
    public Script {
      Objects.requireNonNull(description);
      messages = List.copyOf(messages);
    }
  }

  /// Who says what.
  record Line(Role role, Content content) {
    public Line {
      Objects.requireNonNull(role);
      Objects.requireNonNull(content);
    }
  }

  /// Whose words they are.
  enum Role {
    USER,
    ASSISTANT
  }
}
