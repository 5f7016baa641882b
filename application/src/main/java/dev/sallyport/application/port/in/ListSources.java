package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import dev.sallyport.domain.id.BackendKind;
import java.util.List;
import java.util.Objects;

/// Tells what a caller may know of besides tools.
public interface ListSources {
  /// In the same order each time.
  Listing sources(Caller caller);

  /// What can be read and filled in.
  record Listing(
      List<Offered<ResourceSpec>> resources,
      List<Offered<TemplateSpec>> templates,
      List<Offered<PromptSpec>> prompts) {
    public static final Listing NOTHING = new Listing(List.of(), List.of(), List.of());

    public Listing {
      resources = List.copyOf(resources);
      templates = List.copyOf(templates);
      prompts = List.copyOf(prompts);
    }
  }

  /// One of them, and the kind of the backend that offers it.
  record Offered<S>(BackendKind kind, S spec) {
    public Offered {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(spec);
    }
  }
}
