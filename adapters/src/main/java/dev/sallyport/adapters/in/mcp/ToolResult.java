package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.CallTool.Warning;
import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.tool.Provenance;
import java.util.List;
import java.util.Locale;

/// How a call ended, as the result of `tools/call`.
final class ToolResult {
  private static final String OURS = "dev.sallyport/";

  private final Revision revision;
  private final ObjectNode result = JsonNodeFactory.instance.objectNode();
  private final ArrayNode content = result.putArray("content");

  private ToolResult(Revision revision) {
    this.revision = revision;
  }

  /// @param structured whether the tool lists an output schema, which is whether clients want
  ///   fields
  static ObjectNode of(
      Outcome.Answered answered, Answer answer, boolean structured, Revision revision) {
    var result = new ToolResult(revision);
    result.show(answered.json(), answered.content());
    result.structure(answered.json(), structured);
    result.tell(answered.provenance());
    answered.claim().ifPresent(it -> result.meta().put(OURS + "claim", it.value()));
    answered.notes().forEach(it -> result.meta().withArray(OURS + "notes").add(it.rule()));
    answer.warnings().forEach(result::warn);
    return result.result;
  }

  static ObjectNode of(Outcome.AnsweredBefore before, boolean structured, Revision revision) {
    var result = new ToolResult(revision);
    result.show(before.json(), List.of());
    result.structure(before.json(), structured);
    ContentJson.text(
        "Nothing was done again: this is what was answered at %s. %s"
            .formatted(
                before.at(),
                before.keyChosen()
                    ? "A new idempotencyKey makes it a new write."
                    : "To do the same once more, call with an idempotencyKey of your own."),
        result.content);
    result.meta().put(OURS + "claim", before.claim().value());
    result.meta().put(OURS + "answeredAt", before.at().toString());
    return result.result;
  }

  /// @param status what it says in place of an answer
  static ObjectNode standing(String status, String sentence, ObjectNode facts, Revision revision) {
    var result = new ToolResult(revision);
    ObjectNode json = facts.objectNode().put("status", status);
    json.setAll(facts);
    json.put("message", sentence);
    result.show(json.toString(), List.of());
    result.structure(json.toString(), true);
    return result.result;
  }

  static ObjectNode refused(Refusal refusal) {
    var result = new ToolResult(Revision.R2026_07_28);
    ObjectNode json = refusal.json();
    ContentJson.text(json.toString(), result.content);
    result.result.put("isError", true);
    result.meta().set(Refusal.META, json);
    return result.result;
  }

  private void show(String json, List<Content> shown) {
    if (shown.isEmpty()) {
      ContentJson.text(json, content);
    } else {
      ContentJson.write(shown, revision, content);
    }
  }

  // who does not know it passes over it, and some never say which revision they know
  private void structure(String json, boolean structured) {
    if (structured) {
      result.putRawValue("structuredContent", new RawValue(json));
    }
  }

  /// Who wrote what was read, as far as a model should know: words of outsiders are no orders.
  private void tell(Provenance provenance) {
    if (!provenance.sources().isEmpty()) {
      ArrayNode authors = meta().putArray(OURS + "authors");
      provenance.sources().stream()
          .map(source -> word(source.author()))
          .distinct()
          .sorted()
          .forEach(authors::add);
    }
  }

  private static String word(Provenance.Author author) {
    return switch (author) {
      case Provenance.Author.Inside() -> "inside";
      case Provenance.Author.Outside _ -> "outside";
      case Provenance.Author.Unknown() -> "unknown";
    };
  }

  private void warn(Warning warning) {
    meta()
        .withArray(OURS + "warnings")
        .addObject()
        .put("quota", Refusal.word(warning.level()))
        .put("window", warning.span().name().toLowerCase(Locale.ROOT))
        .put("most", warning.quota())
        .put("used", warning.counted())
        .put("resetsAt", warning.resetsAt().toString());
  }

  private ObjectNode meta() {
    return result.get("_meta") instanceof ObjectNode it ? it : result.putObject("_meta");
  }
}
