package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Calls.Wish;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.CallTool.Outcome.ApprovalNeeded;
import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.domain.id.ToolName;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls a tool. What the caller may not know of is as unknown as what there is not.
@Singleton
final class CallToolMethod implements Method {
  private static final Trouble UNKNOWN = Trouble.params("there is no such tool");

  private final Calls calls;
  private final ParameterHeaders parameters;
  private final OutputSchemas outputs;
  private final WrittenAnswers written;
  private final StepUp stepUp;
  private final String publicUrl;
  private final InstantSource clock;

  CallToolMethod(
      Calls calls,
      ParameterHeaders parameters,
      OutputSchemas outputs,
      WrittenAnswers written,
      StepUp stepUp,
      @Property(name = "sallyport.public-url") String publicUrl,
      InstantSource clock) {
    this.calls = calls;
    this.parameters = parameters;
    this.outputs = outputs;
    this.written = written;
    this.stepUp = stepUp;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tools/call";
  }

  @Override
  public boolean mayWait(Ask ask) {
    // a state opens under the person's key, and headers are held against what the caller may call
    return ask.params().has("requestState")
        || toolName(ask.params().path("name").asText())
            .filter(it -> parameters.mayDiffer(ask, it))
            .isPresent();
  }

  @Override
  public boolean isLimited() {
    return true;
  }

  @Override
  public void answer(Ask ask) {
    JsonNode named = ask.params().path("name");
    if (!named.isTextual()) {
      calls.refuse(ask, Trouble.params("`name` names the tool"));
      return;
    }
    JsonNode given = ask.params().path("arguments");
    if (!given.isMissingNode() && !given.isObject()) {
      calls.refuse(ask, Trouble.params("`arguments` is an object"));
      return;
    }
    ObjectNode arguments = given instanceof ObjectNode it ? it : ask.params().objectNode();
    Optional<ToolName> name = toolName(named.textValue());
    if (name.isEmpty()) {
      calls.refuse(ask, UNKNOWN);
      return;
    }
    Optional<Trouble> difference = parameters.difference(ask, name.get(), arguments);
    if (difference.isPresent()) {
      calls.refuse(ask, difference.get());
      return;
    }
    calls.start(
        ask,
        Wish.ofTool(name.get(), arguments),
        (answer, it) -> told(it, answer, outputs.has(name.get())));
  }

  private static Optional<ToolName> toolName(String name) {
    try {
      return Optional.of(new ToolName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void told(Ask ask, Answer answer, boolean structured) {
    Revision revision = ask.revision();
    switch (answer.outcome()) {
      case Outcome.Answered answered when WrittenAnswers.mayHold(answered, answer) ->
          ask.written(written.of(ask, answered, answer, structured), headers(answer, null));
      case Outcome.Answered answered ->
          result(ask, answer, ToolResult.of(answered, answer, structured, revision));
      case Outcome.AnsweredBefore before ->
          result(ask, answer, ToolResult.of(before, structured, revision));
      case Outcome.ApprovalNeeded needed -> result(ask, answer, toApprove(needed, revision));
      case Outcome.OutcomeUnknown(var claim, String message) ->
          result(
              ask,
              answer,
              ToolResult.standing(
                  "unknown",
                  message,
                  ask.params().objectNode().put("claim", claim.value()),
                  revision));
      case Outcome.UnknownTool() -> calls.refuse(ask, UNKNOWN, headers(answer, null));
      case Outcome.Refused refused -> refuse(ask, answer, refused);
      case Outcome.InvalidArguments invalid -> refuse(ask, answer, Refusal.of(invalid));
      case Outcome.Limited limited -> refuse(ask, limited);
      case Outcome.QuotaExhausted exhausted ->
          refuse(
              ask,
              answer,
              Refusal.of(exhausted, Duration.between(clock.instant(), exhausted.resetsAt())));
      case Outcome.KeyReused() -> refuse(ask, answer, Refusal.keyReused());
      case Outcome.InProgress _ -> refuse(ask, answer, Refusal.inProgress());
      case Outcome.Failed failed -> refuse(ask, answer, Refusal.of(failed));
      case Outcome.NotThere missing -> refuse(ask, answer, Refusal.of(missing));
      case Outcome.Withheld _ -> refuse(ask, answer, Refusal.withheld());
      case Outcome.Abandoned abandoned -> refuse(ask, answer, Refusal.of(abandoned));
      case Outcome.InputNeeded _, Outcome.Unavailable _ ->
          throw new IllegalStateException("those end elsewhere");
    }
  }

  private ObjectNode toApprove(ApprovalNeeded needed, Revision revision) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("rule", needed.rule()).put("approvalUrl", approvalUrl(needed));
    facts.put("expiresAt", needed.expiresAt().toString());
    return ToolResult.standing(
        "approval_needed",
        needed.reason().sentence()
            + " The person decides at "
            + approvalUrl(needed)
            + "; once they have approved, make the same call again.",
        facts,
        revision);
  }

  private String approvalUrl(ApprovalNeeded needed) {
    return publicUrl + "/connections/approvals/" + needed.approval().value();
  }

  private void refuse(Ask ask, Answer answer, Outcome.Refused refused) {
    Refusal refusal = Refusal.of(refused.rule(), refused.reason());
    if (refused.wanted().isPresent() && stepUp.isDoneBy(ask)) {
      stepUp.send(ask, refused.wanted().get(), refusal, headers(answer, null));
      return;
    }
    ObjectNode result = ToolResult.refused(refusal);
    refused
        .wanted()
        .ifPresent(scope ->
            result
                .withObject("/_meta")
                .putArray("mcp/www_authenticate")
                .add(stepUp.challenge(scope)));
    result(ask, answer, result);
  }

  private static void refuse(Ask ask, Outcome.Limited limited) {
    List<Standing> standings = List.of(limited.standing());
    ask.result(
        ToolResult.refused(Refusal.of(limited)),
        LimitHeaders.of(standings, limited.retryAfter().orElse(null)));
  }

  private static void refuse(Ask ask, Answer answer, Refusal refusal) {
    ask.result(ToolResult.refused(refusal), headers(answer, refusal.retryAfter().orElse(null)));
  }

  private static void result(Ask ask, Answer answer, ObjectNode result) {
    ask.result(result, headers(answer, null));
  }

  private static Map<String, String> headers(Answer answer, @Nullable Duration retryAfter) {
    return LimitHeaders.of(answer.standings(), retryAfter);
  }
}
