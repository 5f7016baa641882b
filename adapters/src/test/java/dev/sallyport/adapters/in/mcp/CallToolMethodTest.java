package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.usecase.KeepPaceService;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A call of a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallToolMethodTest {
  private static final CallToolMethod METHOD = method();

  @Test
  void is_handed_on_from_the_thread_of_its_connection() {
    assertThat(METHOD.mayWait(asking(named()))).isFalse();
  }

  @Test
  void that_brings_a_state_leaves_that_thread_first() {
    assertThat(METHOD.mayWait(asking(named().put("requestState", "AAAA")))).isTrue();
  }

  private static ObjectNode named() {
    return Asks.nothing().put("name", "any");
  }

  private static Ask asking(ObjectNode params) {
    return Asks.of(Revision.R2026_07_28, params, new Asks.Open(Optional.empty()));
  }

  private static CallToolMethod method() {
    var settings = new DoorSettings(List.of(), List.of(), ToolNames.KNOWN, List.of());
    return new CallToolMethod(
        new Calls(
            new Silent(),
            (_, _, _) -> {},
            new KeepPaceService(1, () -> Asks.NOON),
            () -> Asks.NOON),
        new ParameterHeaders(new Empty()),
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

  private static final class Empty implements ListTools {
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
      return List.of();
    }
  }
}
