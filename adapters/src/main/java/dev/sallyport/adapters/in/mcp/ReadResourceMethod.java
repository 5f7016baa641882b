package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Calls.Wish;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.UseSource.Wanted;
import jakarta.inject.Singleton;

/// Reads a resource.
@Singleton
final class ReadResourceMethod implements Method {
  private static final int LONGEST = 2_048;
  private static final int NOT_FOUND_BEFORE = -32002;

  private final Calls calls;
  private final SourceTroubles troubles;

  ReadResourceMethod(Calls calls, SourceTroubles troubles) {
    this.calls = calls;
    this.troubles = troubles;
  }

  @Override
  public String name() {
    return "resources/read";
  }

  @Override
  public boolean isLimited() {
    return true;
  }

  @Override
  public void answer(Ask ask) {
    JsonNode uri = ask.params().path("uri");
    if (!uri.isTextual() || uri.textValue().length() > LONGEST) {
      calls.refuse(
          ask, Trouble.params("`uri` is the resource's address, of at most 2048 characters"));
      return;
    }
    ObjectNode arguments = ask.params().objectNode().put("uri", uri.textValue());
    calls.start(
        ask,
        Wish.ofSource(name(), new Wanted.Resource(uri.textValue()), arguments),
        (answer, it) -> told(it, answer, uri.textValue()));
  }

  private void told(Ask ask, Answer answer, String uri) {
    switch (answer.outcome()) {
      case Outcome.Answered answered -> {
        ObjectNode result = ToolJson.schema(answered.json());
        if (ask.revision().isModern()) {
          result.put("ttlMs", 0).put("cacheScope", "private");
        }
        ask.result(result, troubles.headers(answer));
      }
      case Outcome.UnknownTool() -> calls.refuse(ask, notFound(ask, uri), troubles.headers(answer));
      default -> troubles.tell(ask, answer);
    }
  }

  private static Trouble notFound(Ask ask, String uri) {
    int code = ask.revision().isModern() ? Trouble.INVALID_PARAMS : NOT_FOUND_BEFORE;
    return new Trouble(
        200, code, "there is no such resource", ask.params().objectNode().put("uri", uri));
  }
}
