package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.domain.id.ToolName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A list of tools")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(30)
class ListToolsMethodTest {
  private final Forgetful tools = new Forgetful();
  private final BlockingQueue<Thread> answered = new LinkedBlockingQueue<>();
  private final ListToolsMethod method =
      new ListToolsMethod(
          tools,
          new Paging(new NoSeals()),
          new DoorSettings(List.of(), List.of(), ToolNames.KNOWN, List.of()),
          new Icons("http://localhost"));

  @Test
  void that_is_written_already_is_answered_from_the_thread_of_its_connection() throws Exception {
    method.answer(asking());
    assertThat(answered.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(tools.threads).hasSize(1);
    method.answer(asking());

    assertThat(answered.poll(10, TimeUnit.SECONDS)).isSameAs(Thread.currentThread());
    assertThat(tools.threads).hasSize(1);
  }

  @Test
  void that_is_forgotten_since_is_looked_up_on_a_thread_of_its_own() throws Exception {
    method.answer(asking());
    assertThat(answered.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(method.mayWait(asking())).isFalse();
    tools.threads.clear();
    tools.forget();
    method.answer(asking());
    assertThat(answered.poll(10, TimeUnit.SECONDS)).isNotNull();

    assertThat(tools.threads).singleElement().isNotSameAs(Thread.currentThread());
  }

  private Ask asking() {
    return Asks.of(
        Revision.R2026_07_28,
        Asks.nothing(),
        new Asks.Plain(_ -> answered.add(Thread.currentThread())));
  }

  private static final class Forgetful implements ListTools {
    private static final Listing NOTHING = new Listing(List.of());

    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    private volatile Optional<Listing> remembered = Optional.empty();

    void forget() {
      remembered = Optional.empty();
    }

    @Override
    public Listing listing(Caller caller) {
      threads.add(Thread.currentThread());
      remembered = Optional.of(NOTHING);
      return NOTHING;
    }

    @Override
    public Optional<Listing> remembered(Caller caller) {
      return remembered;
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

  private static final class NoSeals implements SealState {
    @Override
    public String seal(Caller caller, String binding, String text, Duration lasting) {
      throw new IllegalStateException("there is one page");
    }

    @Override
    public Opening open(Caller caller, String binding, String sealed) {
      return new Opening.Foreign();
    }
  }
}
