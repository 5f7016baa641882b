package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.domain.content.PromptSpec;
import jakarta.inject.Singleton;

/// Lists the prompts that the caller may know of.
@Singleton
final class ListPromptsMethod implements Method {
  private final ListSources sources;
  private final Paging paging;
  private final Icons icons;

  ListPromptsMethod(ListSources sources, Paging paging, Icons icons) {
    this.sources = sources;
    this.paging = paging;
    this.icons = icons;
  }

  @Override
  public String name() {
    return "prompts/list";
  }

  @Override
  public void answer(Ask ask) {
    paging.answer(
        ask,
        "prompts",
        sources.sources(ask.caller()).prompts(),
        it -> {
          ObjectNode prompt = prompt(it.spec());
          icons.add(it.kind(), ask.revision(), prompt);
          return prompt;
        });
  }

  private static ObjectNode prompt(PromptSpec spec) {
    ObjectNode prompt = JsonNodeFactory.instance.objectNode();
    prompt.put("name", spec.name()).put("title", spec.title());
    prompt.put("description", spec.description());
    ArrayNode arguments = prompt.putArray("arguments");
    spec.arguments()
        .forEach(it ->
            arguments
                .addObject()
                .put("name", it.name())
                .put("description", it.description())
                .put("required", it.required()));
    return prompt;
  }
}
