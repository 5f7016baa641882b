package dev.sallyport.application.port.out;

import dev.sallyport.application.backend.CompletionSource;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.LinkSource;
import dev.sallyport.application.backend.PromptSource;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import java.util.List;
import java.util.Optional;

/// One configured system behind the gate.
///
/// One contract per backend covers all of its tools.
public interface Backend {
  BackendId id();

  BackendKind kind();

  /// Whether a person has to link an account before anything can be asked.
  Linking linking();

  /// The same list each time, in the same order, as long as the house runs.
  List<Tool<?, ?>> tools();

  /// Its part of the resources. Whether there is one never changes while the house runs; what is in
  /// its lists may.
  default Optional<ResourceSource> resources() {
    return Optional.empty();
  }

  /// Its part of the prompts, likewise.
  default Optional<PromptSource> prompts() {
    return Optional.empty();
  }

  /// Its help for whoever fills in its prompts and templates.
  default Optional<CompletionSource> completions() {
    return Optional.empty();
  }

  /// Its part of `search` and `fetch`.
  default Optional<DocumentSource> documents() {
    return Optional.empty();
  }

  /// Where addresses of single things lead, which only the gateway gives out.
  default Optional<LinkSource> links() {
    return Optional.empty();
  }

  /// How it is doing, as far as that is known. Must answer at once: nobody is asked for it.
  default Health health() {
    return new Health.Up();
  }

  /// How a backend knows people.
  enum Linking {
    /// By an account of their own.
    PERSONAL,
    /// Not at all: it is ours.
    NONE
  }
}
