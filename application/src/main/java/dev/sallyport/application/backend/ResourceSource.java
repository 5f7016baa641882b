package dev.sallyport.application.backend;

import dev.sallyport.domain.content.Body;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.List;
import java.util.Objects;

/// A backend's part of the resources. Reading one is a call like any other, of a tool without a
/// place in the list.
public interface ResourceSource {
  /// What there is now, in the same order each time. Must answer at once and without asking
  /// anybody. Once it becomes another list, the backend must announce `CATALOGUE`.
  List<ResourceSpec> resources();

  /// Likewise. Of several that come to offer the same address, each caller has the first that it
  /// may know of.
  List<TemplateSpec> templates();

  /// Is only ever asked for an address that is in one of the lists.
  ReadTool<Address, Bodies> reader();

  /// What is to be read.
  record Address(String uri) {
    public Address {
      Objects.requireNonNull(uri);
    }
  }

  /// What was read: one resource, or those in it.
  record Bodies(List<Body> contents) {
    public Bodies {
      contents = List.copyOf(contents);
    }
  }
}
