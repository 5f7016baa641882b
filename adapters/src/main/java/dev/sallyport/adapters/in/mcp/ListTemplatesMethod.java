package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.domain.content.TemplateSpec;
import jakarta.inject.Singleton;

/// Lists the templates of resources that the caller may know of.
@Singleton
final class ListTemplatesMethod implements Method {
  private final ListSources sources;
  private final Paging paging;
  private final Icons icons;

  ListTemplatesMethod(ListSources sources, Paging paging, Icons icons) {
    this.sources = sources;
    this.paging = paging;
    this.icons = icons;
  }

  @Override
  public String name() {
    return "resources/templates/list";
  }

  @Override
  public void answer(Ask ask) {
    paging.answer(
        ask,
        "resourceTemplates",
        sources.sources(ask.caller()).templates(),
        it -> {
          ObjectNode template = template(it.spec());
          icons.add(it.kind(), ask.revision(), template);
          return template;
        });
  }

  private static ObjectNode template(TemplateSpec spec) {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    template.put("uriTemplate", spec.uriTemplate()).put("name", spec.name());
    template.put("title", spec.title()).put("description", spec.description());
    spec.mimeType().ifPresent(it -> template.put("mimeType", it));
    return template;
  }
}
