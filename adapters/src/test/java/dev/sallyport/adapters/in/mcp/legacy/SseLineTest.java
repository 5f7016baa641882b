package dev.sallyport.adapters.in.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.in.mcp.Silence;
import dev.sallyport.adapters.in.mcp.Visitor;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.http.SocketListener;
import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.KeepSession;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of 2024-11-05")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SseLineTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final List<String> done = new ArrayList<>();
  private boolean gone;

  @Test
  void begins_with_the_address_to_speak_to() {
    line("s").open(visitor(), Map.of());

    assertThat(done)
        .containsExactly("begin 200", "event: endpoint\ndata: /messages?sessionId=s\n\n");
  }

  @Test
  void does_not_begin_where_no_session_can_be_kept() {
    assertThatThrownBy(() -> line("").open(visitor(), Map.of())).isInstanceOf(Unavailable.class);

    assertThat(done).isEmpty();
  }

  @Test
  void keeps_no_session_for_a_client_that_left_while_it_was_opened() {
    gone = true;
    var sessions = new Leaving();
    SseLine line = new SseLine(new Recorded(), sessions, () -> NOON);
    Silence.over(line, visitor());
    sessions.meanwhile.add(line::beat);
    line.open(visitor(), Map.of());

    assertThat(sessions.ended).containsExactly("s");
  }

  private SseLine line(String session) {
    return new SseLine(new Recorded(), new Kept(session), () -> NOON);
  }

  private static Visitor visitor() {
    return new Visitor(
        new Caller(
            new TenantScope(new OrganizationId("0a".repeat(16))),
            new GrantId("0b".repeat(16)),
            new PersonId("0c".repeat(16)),
            new ClientId("client-1"),
            Scopes.NONE),
        NOON);
  }

  /// Keeps one session; or none, without a name for it.
  private record Kept(String name) implements KeepSession {
    @Override
    public String open(Caller caller, Instant until, Listener listener) {
      if (name.isEmpty()) {
        throw new Unavailable("the keys", new IllegalStateException());
      }
      return name;
    }

    @Override
    public void end(String session) {}

    @Override
    public Delivery deliver(Caller caller, String session, String message) {
      return Delivery.UNKNOWN;
    }

    @Override
    public Delivery leave(Caller caller, String session, String message) {
      return Delivery.UNKNOWN;
    }
  }

  /// Keeps one session, whose opening takes as long as something else.
  private static final class Leaving implements KeepSession {
    private final List<Runnable> meanwhile = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @Override
    public String open(Caller caller, Instant until, Listener listener) {
      meanwhile.forEach(Runnable::run);
      return "s";
    }

    @Override
    public void end(String session) {
      ended.add(session);
    }

    @Override
    public Delivery deliver(Caller caller, String session, String message) {
      return Delivery.UNKNOWN;
    }

    @Override
    public Delivery leave(Caller caller, String session, String message) {
      return Delivery.UNKNOWN;
    }
  }

  private final class Recorded implements Direct {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String peer() {
      return "127.0.0.1";
    }

    @Override
    public String path() {
      return "/sse";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }

    @Override
    public void answer(Answer answer) {
      done.add("answer " + answer.status());
    }

    @Override
    public void begin(Answer head, byte[] sign) {
      done.add("begin " + head.status());
    }

    @Override
    public void write(byte[] piece) {
      done.add(new String(piece, StandardCharsets.US_ASCII));
    }

    @Override
    public void end() {
      done.add("end");
    }

    @Override
    public boolean wantsSocket() {
      return false;
    }

    @Override
    public void upgrade(List<String> headers, SocketListener listener) {}

    @Override
    public boolean gone() {
      return gone;
    }
  }
}
