package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.domain.content.ResourceSpec;
import jakarta.inject.Singleton;

/// Lists the resources that the caller may know of.
@Singleton
final class ListResourcesMethod implements Method {
  private final ListSources sources;
  private final Paging paging;
  private final Icons icons;

  ListResourcesMethod(ListSources sources, Paging paging, Icons icons) {
    this.sources = sources;
    this.paging = paging;
    this.icons = icons;
  }

  @Override
  public String name() {
    return "resources/list";
  }

  @Override
  public void answer(Ask ask) {
    paging.answer(
        ask,
        "resources",
        sources.sources(ask.caller()).resources(),
        it -> {
          ObjectNode resource = resource(it.spec());
          icons.add(it.kind(), ask.revision(), resource);
          return resource;
        });
  }

  private static ObjectNode resource(ResourceSpec spec) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode();
    resource.put("uri", spec.uri()).put("name", spec.name()).put("title", spec.title());
    resource.put("description", spec.description());
    spec.mimeType().ifPresent(it -> resource.put("mimeType", it));
    return resource;
  }
}
