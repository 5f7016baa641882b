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

  ListTemplatesMethod(ListSources sources, Paging paging) {
    this.sources = sources;
    this.paging = paging;
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
        ListTemplatesMethod::template);
  }

  private static ObjectNode template(TemplateSpec spec) {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    template.put("uriTemplate", spec.uriTemplate()).put("name", spec.name());
    template.put("title", spec.title()).put("description", spec.description());
    spec.mimeType().ifPresent(it -> template.put("mimeType", it));
    return template;
  }
}
