package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.application.usecase.KeepPaceService;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ToolName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A call whose answer cannot be told")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallsTest {
  private static final Calls.Wish WISH = Calls.Wish.ofTool(new ToolName("any"), Asks.nothing());

  private final List<Reply> replies = new ArrayList<>();

  @Test
  void because_of_a_fault_of_our_own_is_answered_all_the_same() {
    assertThat(answerTo(new IllegalStateException("broken"))).contains("\"code\":-32603");
  }

  @Test
  void because_something_is_away_says_so() {
    assertThat(answerTo(new Unavailable("the database", new IllegalStateException())))
        .contains("\"code\":-31503");
  }

  @Test
  void because_it_breaks_once_the_person_has_replied_is_answered_all_the_same() {
    var person = new Replying();
    new Calls(
            new Asked(), (_, _, _) -> {}, new KeepPaceService(1, () -> Asks.NOON), () -> Asks.NOON)
        .start(ask(person), WISH, (_, _) -> {});
    assertThat(replies).isEmpty();
    person.replies();

    assertThat(replies.getFirst().body().orElseThrow().text()).contains("\"code\":-32603");
  }

  private String answerTo(RuntimeException fault) {
    new Calls(
            new Asked(), (_, _, _) -> {}, new KeepPaceService(1, () -> Asks.NOON), () -> Asks.NOON)
        .start(ask(new Breaking(fault)), WISH, (_, _) -> {});
    return replies.getFirst().body().orElseThrow().text();
  }

  private Ask ask(Asking asking) {
    return Asks.of(Revision.R2026_07_28, Asks.nothing(), new Asks.Plain(replies::add), asking);
  }

  /// A tool that asks something, and breaks over what is replied.
  private static final class Asked implements CallTool {
    @Override
    public void start(Command command, Consumer<Answer> answered) {
      answered.accept(call(command));
    }

    @Override
    public Answer call(Command command) {
      if (command.replies().isPresent()) {
        throw new IllegalStateException("broken");
      }
      return new Answer(
          new CallId("0".repeat(32)), new InputNeeded(Map.of(), ""), List.of(), List.of());
    }
  }

  private record Breaking(RuntimeException fault) implements Asking {
    @Override
    public Brought broughtBy(Ask ask, Supplier<String> binding) {
      return new Brought.Nothing();
    }

    @Override
    public void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again) {
      throw fault;
    }
  }

  /// Somebody who thinks before they reply.
  private static final class Replying implements Asking {
    private final List<Consumer<Replies>> asked = new ArrayList<>();

    @Override
    public Brought broughtBy(Ask ask, Supplier<String> binding) {
      return new Brought.Nothing();
    }

    @Override
    public void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again) {
      asked.add(again);
    }

    void replies() {
      asked.getFirst().accept(new Replies(Map.of(), ""));
    }
  }
}
