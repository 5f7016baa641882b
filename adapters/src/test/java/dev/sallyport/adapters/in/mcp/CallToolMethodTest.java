package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.usecase.KeepPaceService;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A call of a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallToolMethodTest {
  private static final CallToolMethod METHOD = method(new Silent());
  private static final String LISTED = "notes.read";
  private static final String UNLISTED = "notes.forget";
  private static final String STRUCTURED = "structuredContent";
  private static final String NO_FIELDS = "\"structuredContent\":{}";

  @Test
  void is_handed_on_from_the_thread_of_its_connection() {
    assertThat(METHOD.mayWait(asking(named()))).isFalse();
  }

  @Test
  void that_brings_a_state_leaves_that_thread_first() {
    assertThat(METHOD.mayWait(asking(named().put("requestState", "AAAA")))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Revision.class)
  void is_answered_by_fields_where_the_tool_lists_them_although_all_are_absent(Revision revision) {
    assertThat(answer(revision, LISTED, answered("{}", false))).contains(NO_FIELDS);
    assertThat(answer(revision, "notes_read", answered("{}", false))).contains(NO_FIELDS);
  }

  @ParameterizedTest
  @EnumSource(Revision.class)
  void is_answered_the_same_from_memory_and_once_more(Revision revision) {
    assertThat(answer(revision, LISTED, answered("{}", true))).contains(NO_FIELDS);
    assertThat(answer(revision, LISTED, before("{}"))).contains(NO_FIELDS);
  }

  @ParameterizedTest
  @EnumSource(Revision.class)
  void is_answered_without_fields_where_the_tool_lists_none(Revision revision) {
    assertThat(answer(revision, UNLISTED, answered("{}", false))).doesNotContain(STRUCTURED);
    assertThat(answer(revision, UNLISTED, answered("{}", true))).doesNotContain(STRUCTURED);
    assertThat(answer(revision, UNLISTED, before("{}"))).doesNotContain(STRUCTURED);
  }

  private static String answer(Revision revision, String tool, Outcome outcome) {
    var exchange = new Asks.Open(Optional.empty());
    method(new Ending(outcome))
        .answer(Asks.of(revision, Asks.nothing().put("name", tool), exchange));
    return exchange.answers.getFirst().body().orElseThrow().text();
  }

  private static Outcome answered(String json, boolean remembered) {
    return new Outcome.Answered(
        json, List.of(), Provenance.NONE, List.of(), Optional.empty(), remembered);
  }

  private static Outcome before(String json) {
    return new Outcome.AnsweredBefore(json, new ClaimId("0d".repeat(16)), Asks.NOON, false);
  }

  private static ObjectNode named() {
    return Asks.nothing().put("name", "any");
  }

  private static Ask asking(ObjectNode params) {
    return Asks.of(Revision.R2026_07_28, params, new Asks.Open(Optional.empty()));
  }

  private static CallToolMethod method(CallTool calls) {
    var settings = new DoorSettings(List.of(), List.of(), ToolNames.KNOWN, List.of());
    return new CallToolMethod(
        new Calls(calls, (_, _, _) -> {}, new KeepPaceService(1, () -> Asks.NOON), () -> Asks.NOON),
        new ParameterHeaders(new Two()),
        new OutputSchemas(new Two()),
        new WrittenAnswers(),
        new StepUp(settings, new Challenge("http://localhost", new NoScopes())),
        "http://localhost",
        () -> Asks.NOON);
  }

  private static final class NoScopes implements ListScopes {
    @Override
    public Scopes all() {
      return Scopes.NONE;
    }

    @Override
    public Set<BackendId> backends() {
      return Set.of();
    }
  }

  private static final class Silent implements CallTool {
    @Override
    public void start(Command command, Consumer<Answer> answered) {}

    @Override
    public Answer call(Command command) {
      throw new IllegalStateException("nobody waits here");
    }
  }

  private record Ending(Outcome outcome) implements CallTool {
    @Override
    public void start(Command command, Consumer<Answer> answered) {
      answered.accept(call(command));
    }

    @Override
    public Answer call(Command command) {
      return new Answer(new CallId("0e".repeat(16)), outcome, List.of(), List.of());
    }
  }

  private static final class Two implements ListTools {
    private static final Listing NOTHING = new Listing(List.of());

    @Override
    public Listing listing(Caller caller) {
      return NOTHING;
    }

    @Override
    public Optional<Listing> remembered(Caller caller) {
      return Optional.of(NOTHING);
    }

    @Override
    public Optional<Listed> find(Caller caller, ToolName name) {
      return Optional.empty();
    }

    @Override
    public List<Listed> all() {
      return List.of(
          listed(LISTED, "{\"properties\":{\"until\":{\"type\":\"string\"}}}"),
          listed(UNLISTED, "{\"properties\":{}}"));
    }

    private static Listed listed(String name, String outputSchema) {
      return new Listed(
          ToolSpec.named(name, "A tool", Scope.EVERY_GRANTS),
          new BackendId("notes"),
          new BackendKind("notes"),
          "{}",
          outputSchema);
    }
  }
}
