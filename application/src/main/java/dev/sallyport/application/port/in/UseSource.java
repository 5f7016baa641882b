package dev.sallyport.application.port.in;

import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Command;
import java.util.Objects;
import java.util.function.Consumer;

/// Reads a resource, fills in a prompt, completes what was typed or follows a link, by the same one
/// way that every call of a tool takes.
public interface UseSource {
  /// As [CallTool#start]. What there is not and what this grant may not know of both end as an
  /// unknown tool.
  ///
  /// @param command its tool is only a name for what there is not
  void start(Wanted wanted, Command command, Consumer<Answer> answered);

  /// What is wanted; its arguments are in the command.
  sealed interface Wanted {
    /// Takes `{uri}`.
    record Resource(String uri) implements Wanted {
      public Resource {
        Objects.requireNonNull(uri);
      }
    }

    /// Takes `{name, arguments}`.
    record Prompt(String name) implements Wanted {
      public Prompt {
        Objects.requireNonNull(name);
      }
    }

    /// Takes `{of, argument, typed, given}`.
    record EndingsOfPrompt(String name) implements Wanted {
      public EndingsOfPrompt {
        Objects.requireNonNull(name);
      }
    }

    /// The same, for an address.
    record EndingsOfTemplate(String uriTemplate) implements Wanted {
      public EndingsOfTemplate {
        Objects.requireNonNull(uriTemplate);
      }
    }

    /// Takes `{backend, kind, id}`, and answers `{page}` if the backend shows it anywhere.
    record Link() implements Wanted {}
  }
}
