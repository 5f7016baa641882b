package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Calls.Wish;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.application.port.in.ListSources.Offered;
import dev.sallyport.application.port.in.UseSource.Wanted;
import dev.sallyport.domain.content.PromptSpec;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Fills in a prompt.
@Singleton
final class GetPromptMethod implements Method {
  private static final Trouble UNKNOWN = Trouble.params("there is no such prompt");

  private static final int LONGEST = 2_048;

  private final Calls calls;
  private final ListSources sources;
  private final SourceTroubles troubles;

  GetPromptMethod(Calls calls, ListSources sources, SourceTroubles troubles) {
    this.calls = calls;
    this.sources = sources;
    this.troubles = troubles;
  }

  @Override
  public String name() {
    return "prompts/get";
  }

  @Override
  public boolean isLimited() {
    return true;
  }

  @Override
  public void answer(Ask ask) {
    JsonNode name = ask.params().path("name");
    if (!name.isTextual() || name.textValue().length() > LONGEST) {
      calls.refuse(ask, UNKNOWN);
      return;
    }
    JsonNode given = ask.params().path("arguments");
    Optional<String> fault =
        fault(given).or(() -> listed(ask, name.textValue()).flatMap(it -> fault(it, given)));
    if (fault.isPresent()) {
      calls.refuse(ask, Trouble.params(fault.get()));
      return;
    }
    ObjectNode arguments = ask.params().objectNode().put("name", name.textValue());
    arguments.set("arguments", given.isObject() ? given : ask.params().objectNode());
    calls.start(
        ask,
        Wish.ofSource(name(), new Wanted.Prompt(name.textValue()), arguments),
        (answer, it) -> told(it, answer));
  }

  /// Its arguments are told of to who may know of it; of any other the gate decides what is told.
  private Optional<PromptSpec> listed(Ask ask, String name) {
    return sources.sources(ask.caller()).prompts().stream()
        .map(Offered::spec)
        .filter(it -> it.name().equals(name))
        .findFirst();
  }

  private static Optional<String> fault(JsonNode given) {
    boolean areTexts =
        given.isMissingNode()
            || (given.isObject()
                && given.properties().stream().allMatch(it -> it.getValue().isTextual()));
    return areTexts ? Optional.empty() : Optional.of("`arguments` is an object of texts");
  }

  private static Optional<String> fault(PromptSpec prompt, JsonNode given) {
    for (var each : given.properties()) {
      if (prompt.arguments().stream().noneMatch(it -> it.name().equals(each.getKey()))) {
        return Optional.of("the prompt has no such argument as one that was given");
      }
    }
    return prompt.arguments().stream()
        .filter(it -> it.required() && !given.has(it.name()))
        .findFirst()
        .map(it -> "the argument `%s` is missing".formatted(it.name()));
  }

  private void told(Ask ask, Answer answer) {
    switch (answer.outcome()) {
      case Outcome.Answered answered ->
          ask.result(ToolJson.schema(answered.json()), troubles.headers(answer));
      case Outcome.UnknownTool() -> calls.refuse(ask, UNKNOWN, troubles.headers(answer));
      default -> troubles.tell(ask, answer);
    }
  }
}
