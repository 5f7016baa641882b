package dev.sallyport.adapters.in.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.adapters.in.mcp.Asks;
import dev.sallyport.adapters.in.mcp.Exchange;
import dev.sallyport.adapters.in.mcp.Json;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("A question to an older client")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
class LegacyAskingTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  private final Waiting waiting = new Waiting();
  private final LegacyAsking asking = new LegacyAsking(waiting, NOON);

  @Test
  void is_waited_for() {
    ask(new Taking(2));

    assertThat(waiting.names).hasSize(2);
  }

  @Test
  void is_not_waited_for_if_it_or_another_of_the_same_call_cannot_be_sent() {
    assertThatIllegalStateException().isThrownBy(() -> ask(new Taking(1)));

    assertThat(waiting.names).isEmpty();
  }

  @Test
  void is_waited_for_no_longer_than_it_is_proven_who_is_asked() {
    ask(new Taking(2));

    assertThat(waiting.untils).containsOnly(Asks.visitor().until());
  }

  @Test
  void that_asks_nothing_goes_on_with_its_state_on_a_thread_that_may_wait() throws Exception {
    BlockingQueue<Replies> again = new LinkedBlockingQueue<>();
    BlockingQueue<Boolean> mayWait = new LinkedBlockingQueue<>();
    asking.ask(
        Asks.of(Revision.R2025_11_25, Asks.nothing(), new Taking(0)),
        "binding",
        new InputNeeded(Map.of(), "state"),
        replies -> {
          mayWait.add(Thread.currentThread().isVirtual());
          again.add(replies);
        });

    assertThat(again.take()).isEqualTo(new Replies(Map.of(), "state"));
    assertThat(mayWait.take()).isTrue();
  }

  private void ask(Exchange exchange) {
    Map<String, Question> questions = new LinkedHashMap<>();
    questions.put("color", new Question.Form("Which color?", "{}"));
    questions.put("size", new Question.Form("Which size?", "{}"));
    asking.ask(
        Asks.of(Revision.R2025_11_25, Asks.nothing(), exchange),
        "binding",
        new InputNeeded(questions, "state"),
        _ -> {});
  }

  /// Takes so many messages and breaks.
  private static final class Taking implements Exchange {
    private int left;

    Taking(int most) {
      this.left = most;
    }

    @Override
    public boolean streams() {
      return true;
    }

    @Override
    public void send(Json message) {
      if (left == 0) {
        throw new IllegalStateException("a bug");
      }
      left--;
    }

    @Override
    public void answer(Reply reply) {}

    @Override
    public boolean gone() {
      return false;
    }
  }

  /// The names that are waited for.
  private static final class Waiting implements AwaitReply {
    private final List<String> names = new ArrayList<>();
    private final List<Instant> untils = new ArrayList<>();

    @Override
    public Optional<String> expect(Caller caller, Instant until, Listener listener) {
      names.add("name-" + names.size());
      untils.add(until);
      return Optional.of(names.getLast());
    }

    @Override
    public void forget(String name) {
      names.remove(name);
    }

    @Override
    public Passing reply(Caller caller, String name, String reply) {
      return Passing.TAKEN;
    }
  }
}
