package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.http.SocketListener;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.in.ViewLimits;
import dev.sallyport.application.usecase.CountKnocksService;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.Scopes;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Of strangers who come at once,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class ReceptionTest {
  private static final int FEW = 3;
  private static final int TOGETHER = 64;

  private final Slow slow = new Slow();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final Reception reception =
      new Reception(
          entrance(), slow, new NoLimits(), new CountKnocksService(FEW, InstantSource.system()));

  @Test
  void no_more_are_looked_for_than_may_come() throws InterruptedException {
    come(FEW + 2);

    assertThat(List.of(answers.take(), answers.take())).containsOnly(429);
    slow.proof.complete(new Authenticate.Proof.Unknown());
    assertThat(List.of(answers.take(), answers.take(), answers.take())).containsOnly(401);
    come(1);
    assertThat(answers.take()).isEqualTo(429);
  }

  @Test
  void one_that_comes_many_times_is_looked_for_as_one() throws InterruptedException {
    Stream.generate(() -> 1).limit(FEW + 2).forEach(this::come);
    come(FEW + 1);
    assertThat(answers.take()).isEqualTo(429);
    assertThat(answers).isEmpty();
    slow.proof.complete(new Authenticate.Proof.Unknown());

    assertThat(List.of(answers.take(), answers.take(), answers.take())).contains(401);
  }

  @Test
  void one_that_comes_too_many_times_counts_like_others() throws InterruptedException {
    Stream.generate(() -> 1).limit(TOGETHER + FEW + 1).forEach(this::come);
    assertThat(List.of(answers.take(), answers.take())).containsOnly(429);
    assertThat(answers).isEmpty();
    slow.proof.complete(new Authenticate.Proof.Unknown());

    assertThat(Stream.generate(this::answer).limit(TOGETHER + FEW - 1)).contains(401);
  }

  @Test
  void none_counts_while_nobody_can_look_for_them() throws InterruptedException {
    slow.proof.completeExceptionally(new IllegalStateException("away"));
    Stream.generate(() -> 1).limit(FEW).forEach(this::come);
    assertThat(List.of(answers.take(), answers.take(), answers.take())).containsOnly(503);

    come(1);

    assertThat(answers.take()).isEqualTo(503);
  }

  private int answer() {
    try {
      return answers.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void come(int many) {
    IntStream.range(0, many)
        .forEach(number ->
            reception.receive(
                new Stranger("token-" + number), Use.MESSAGES, (_, _, _, _) -> _ -> {}));
  }

  private static Entrance entrance() {
    var settings = new DoorSettings(List.of(), List.of(), ToolNames.KNOWN, List.of());
    return new Entrance(
        new Surroundings(settings, URI.create("http://localhost")),
        new Cors(),
        new Challenge("http://localhost", new NoScopes()),
        InstantSource.system());
  }

  private final class Stranger implements Direct {
    private final String token;

    Stranger(String token) {
      this.token = token;
    }

    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String peer() {
      return "192.0.2.1";
    }

    @Override
    public String path() {
      return "/mcp";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return name.equals("Authorization") ? List.of("Bearer " + token) : List.of();
    }

    @Override
    public void answer(Answer answer) {
      answers.add(answer.status());
    }

    @Override
    public void begin(Answer head, byte[] sign) {}

    @Override
    public void write(byte[] piece) {}

    @Override
    public void end() {}

    @Override
    public boolean wantsSocket() {
      return false;
    }

    @Override
    public void upgrade(List<String> headers, SocketListener listener) {}

    @Override
    public boolean gone() {
      return false;
    }
  }

  /// Remembers nobody, and takes its time to look.
  private static final class Slow implements Authenticate {
    private final CompletableFuture<Proof> proof = new CompletableFuture<>();

    @Override
    public Proof prove(Secret bearer) {
      return proof.join();
    }

    @Override
    public Proof holds(Secret bearer) {
      return prove(bearer);
    }

    @Override
    public Memory remembered(Secret bearer) {
      return new Memory.Nothing(bearer.reveal().hashCode());
    }
  }

  private static final class NoLimits implements ViewLimits {
    @Override
    public List<Standing> standings(Caller caller) {
      return List.of();
    }

    @Override
    public void learn(Caller caller) {}
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
}
