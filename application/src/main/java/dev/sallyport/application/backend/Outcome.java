package dev.sallyport.application.backend;

import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.tool.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How a tool's work ended.
public sealed interface Outcome<O> {
  /// The backend answered.
  ///
  /// @param content what is shown instead of the output's JSON; it is not kept for whoever asks
  ///   again what a write did
  record Done<O>(O output, List<Content> content, Provenance provenance) implements Outcome<O> {
    public Done {
      Objects.requireNonNull(output);
      content = List.copyOf(content);
      Objects.requireNonNull(provenance);
    }

    public Done(O output, Provenance provenance) {
      this(output, List.of(), provenance);
    }
  }

  /// The other end has to be asked something first. Nothing was changed, and that is certain; the
  /// same call comes again with the replies, perhaps elsewhere, perhaps never.
  ///
  /// @param questions by names that the tool knows their replies by
  /// @param state comes back with the replies, unread and unchanged; replies without it, where it
  ///   is not empty, are those of somebody who made them up
  record NeedsInput<O>(Map<String, Question> questions, String state) implements Outcome<O> {
    public NeedsInput {
      questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
      Objects.requireNonNull(state);
    }
  }

  /// The backend said no, or could not be asked; nothing was changed, and that is certain.
  ///
  /// @param message for people and models: nothing secret, and nothing the backend wrote
  record Failed<O>(String message, Retry retry) implements Outcome<O> {
    public Failed {
      Objects.requireNonNull(message);
      Objects.requireNonNull(retry);
    }
  }

  /// Nothing failed: what was asked for is not there, or not for this grant, and the two sound the
  /// same.
  ///
  /// @param message as that of what failed
  record NotThere<O>(String message) implements Outcome<O> {
    public NotThere {
      Objects.requireNonNull(message);
    }
  }

  /// It was or may have been sent, and nobody knows what came of it.
  record Unknown<O>(String message) implements Outcome<O> {
    public Unknown {
      Objects.requireNonNull(message);
    }
  }

  /// The backend no longer takes the credential. Nothing was changed.
  record CredentialStale<O>() implements Outcome<O> {}

  /// Whether the same call could go better later.
  enum Retry {
    /// It can: nothing was sent.
    SAFE,
    /// It would end the same.
    USELESS
  }
}
