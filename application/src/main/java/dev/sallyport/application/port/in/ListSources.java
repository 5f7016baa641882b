package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.List;

/// Tells what a caller may know of besides tools.
public interface ListSources {
  /// In the same order each time.
  Listing sources(Caller caller);

  /// What can be read and filled in.
  record Listing(
      List<ResourceSpec> resources, List<TemplateSpec> templates, List<PromptSpec> prompts) {
    public static final Listing NOTHING = new Listing(List.of(), List.of(), List.of());

    public Listing {
      resources = List.copyOf(resources);
      templates = List.copyOf(templates);
      prompts = List.copyOf(prompts);
    }
  }
}
