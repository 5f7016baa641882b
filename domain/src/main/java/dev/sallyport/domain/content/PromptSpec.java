package dev.sallyport.domain.content;

import java.util.List;
import java.util.Objects;

/// A prompt that people choose, as lists show it.
public record PromptSpec(String name, String title, String description, List<Argument> arguments) {
  public PromptSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    arguments = List.copyOf(arguments);
  }

  /// What a prompt is filled with.
  public record Argument(String name, String description, boolean required) {
    public Argument {
      Objects.requireNonNull(name);
      Objects.requireNonNull(description);
    }
  }
}
