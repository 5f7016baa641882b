package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Calls.Wish;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.application.port.in.UseSource.Wanted;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Completes what somebody types into a prompt or an address.
@Singleton
final class CompleteMethod implements Method {
  private static final Trouble UNKNOWN = Trouble.params("there is no such prompt or template");

  private static final int LONGEST = 2_048;

  private final Calls calls;
  private final ListSources sources;
  private final SourceTroubles troubles;

  CompleteMethod(Calls calls, ListSources sources, SourceTroubles troubles) {
    this.calls = calls;
    this.sources = sources;
    this.troubles = troubles;
  }

  @Override
  public String name() {
    return "completion/complete";
  }

  @Override
  public boolean isLimited() {
    return true;
  }

  @Override
  public void answer(Ask ask) {
    JsonNode argument = ask.params().path("argument");
    if (!argument.path("name").isTextual() || !argument.path("value").isTextual()) {
      calls.refuse(ask, Trouble.params("`argument` has a `name` and a `value`"));
      return;
    }
    Optional<Wanted> wanted = wanted(ask.params().path("ref"));
    if (wanted.isEmpty()) {
      calls.refuse(ask, UNKNOWN);
      return;
    }
    calls.start(
        ask,
        Wish.ofSource(name(), wanted.get(), arguments(ask, wanted.get(), argument)),
        (answer, it) -> told(it, answer, wanted.get()));
  }

  private static Optional<Wanted> wanted(JsonNode ref) {
    return switch (ref.path("type").asText()) {
      case "ref/prompt" -> name(ref.path("name")).map(Wanted.EndingsOfPrompt::new);
      case "ref/resource" -> name(ref.path("uri")).map(Wanted.EndingsOfTemplate::new);
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(JsonNode named) {
    return Optional.ofNullable(named.textValue()).filter(it -> it.length() <= LONGEST);
  }

  private static ObjectNode arguments(Ask ask, Wanted wanted, JsonNode argument) {
    ObjectNode arguments = ask.params().objectNode().put("of", of(wanted));
    arguments.put("argument", argument.path("name").textValue());
    arguments.put("typed", argument.path("value").textValue());
    ObjectNode given = arguments.putObject("given");
    for (var each : ask.params().at("/context/arguments").properties()) {
      if (each.getValue().isTextual()) {
        given.put(each.getKey(), each.getValue().textValue());
      }
    }
    return arguments;
  }

  private static String of(Wanted wanted) {
    return switch (wanted) {
      case Wanted.EndingsOfPrompt(String name) -> name;
      case Wanted.EndingsOfTemplate(String template) -> template;
      case Wanted.Resource _, Wanted.Prompt _, Wanted.Link _ ->
          throw new IllegalStateException("nothing to complete");
    };
  }

  private void told(Ask ask, Answer answer, Wanted wanted) {
    switch (answer.outcome()) {
      case Outcome.Answered answered -> {
        ObjectNode result = ask.params().objectNode();
        result.set("completion", ToolJson.schema(answered.json()));
        ask.result(result, troubles.headers(answer));
      }
      // there is such a prompt, and nobody to help with it
      case Outcome.UnknownTool() when isListed(ask, wanted) -> {
        ObjectNode result = ask.params().objectNode();
        result.putObject("completion").putArray("values");
        ask.result(result, troubles.headers(answer));
      }
      case Outcome.UnknownTool() -> calls.refuse(ask, UNKNOWN, troubles.headers(answer));
      default -> troubles.tell(ask, answer);
    }
  }

  private boolean isListed(Ask ask, Wanted wanted) {
    var listed = sources.sources(ask.caller());
    String name = of(wanted);
    return wanted instanceof Wanted.EndingsOfPrompt
        ? listed.prompts().stream().anyMatch(it -> it.spec().name().equals(name))
        : listed.templates().stream().anyMatch(it -> it.spec().uriTemplate().equals(name));
  }
}
