package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.application.port.in.SealState.Opening;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The request ends with the questions and comes again with the replies, to whichever instance:
/// what the tool wants to be told again travels with the client, sealed.
@Singleton
final class ModernAsking implements Asking {
  private static final Duration LASTING = Duration.ofMinutes(10);

  private final SealState seals;

  ModernAsking(SealState seals) {
    this.seals = seals;
  }

  @Override
  public Brought broughtBy(Ask ask, Supplier<String> binding) {
    JsonNode state = ask.params().path("requestState");
    JsonNode responses = ask.params().path("inputResponses");
    if (state.isMissingNode() && responses.isMissingNode()) {
      return new Brought.Nothing();
    }
    if (!state.isMissingNode() && !state.isTextual()) {
      return refused("`requestState` comes back as it was given out");
    }
    if (!responses.isMissingNode() && !responses.isObject()) {
      return refused("`inputResponses` is an object");
    }
    if (state.isMissingNode()) {
      // a tool that keeps no state gives none out; one that does asks again
      return new Brought.Given(new Replies(byQuestion(responses), ""));
    }
    return switch (seals.open(ask.caller(), binding.get(), state.textValue())) {
      case Opening.Opened(String known) ->
          new Brought.Given(new Replies(byQuestion(responses), known));
      case Opening.Foreign() ->
          refused("this `requestState` does not belong to this request, or was changed");
      case Opening.Expired() -> refused("this `requestState` is too old: make the request anew");
      case Opening.TooMany(Duration wait) ->
          new Brought.Refused(Trouble.tooManyCarried(), LimitHeaders.of(List.of(), wait));
    };
  }

  @Override
  public void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again) {
    ObjectNode missing = JsonNodeFactory.instance.objectNode();
    needed.questions().values().stream()
        .map(Question::kind)
        .filter(kind -> !ask.meta().canBeAsked(kind))
        .forEach(kind -> Questions.require(missing, kind));
    if (!missing.isEmpty()) {
      ask.trouble(Trouble.capabilityMissing(missing));
      return;
    }
    ObjectNode result = missing.objectNode().put("resultType", "input_required");
    ObjectNode requests = result.putObject("inputRequests");
    needed
        .questions()
        .forEach((name, question) -> {
          ObjectNode request = requests.putObject(name).put("method", Questions.method(question));
          request.set("params", Questions.params(question));
        });
    if (!needed.state().isEmpty()) {
      result.put("requestState", seals.seal(ask.caller(), binding, needed.state(), LASTING));
    }
    ask.result(result);
  }

  private static Brought refused(String why) {
    return new Brought.Refused(Trouble.params(why), Map.of());
  }

  private static Map<String, String> byQuestion(JsonNode responses) {
    Map<String, String> replies = new LinkedHashMap<>();
    responses.properties().forEach(it -> replies.put(it.getKey(), it.getValue().toString()));
    return replies;
  }
}
