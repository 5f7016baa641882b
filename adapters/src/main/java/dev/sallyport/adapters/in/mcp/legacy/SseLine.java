package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Conversation;
import dev.sallyport.adapters.in.mcp.Json;
import dev.sallyport.adapters.in.mcp.Line;
import dev.sallyport.adapters.in.mcp.Visitor;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.application.port.in.KeepSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A conversation that hears in one request and speaks in others.
final class SseLine implements Line, KeepSession.Listener {
  private static final int OK = 200;

  /// A client that says nothing for so long has forgotten its stream.
  private static final Duration IDLE = Duration.ofHours(1);

  private static final int MOST_BESIDE = 64;
  private static final byte[] COMMENT = bytes(": still here\n\n");
  private static final List<String> STREAM =
      List.of(
          "Content-Type",
          "text/event-stream",
          "Cache-Control",
          "no-cache, no-transform",
          "X-Accel-Buffering",
          "no");

  private final Direct direct;
  private final KeepSession sessions;
  private final InstantSource clock;
  private final AtomicInteger beside = new AtomicInteger();
  private volatile @Nullable Conversation conversation;
  private volatile @Nullable String session;
  private volatile Instant heardAt;
  private volatile boolean begun;
  private volatile boolean hungUp;

  SseLine(Direct direct, KeepSession sessions, InstantSource clock) {
    this.direct = direct;
    this.sessions = sessions;
    this.clock = clock;
    this.heardAt = clock.instant();
  }

  @Override
  public void carry(Conversation which) {
    conversation = which;
  }

  /// Begins the stream, with the address to speak to.
  void open(Visitor visitor, Map<String, String> forBrowsers) {
    // first, for a stream that was begun cannot be refused any more
    String name = sessions.open(visitor.caller(), visitor.until(), this);
    session = name;
    List<String> headers = new ArrayList<>(STREAM);
    forBrowsers.forEach((header, value) -> {
      headers.add(header);
      headers.add(value);
    });
    begin(headers, bytes("event: endpoint\ndata: /messages?sessionId=" + name + "\n\n"));
    if (hungUp) {
      sessions.end(name);
    }
  }

  private synchronized void begin(List<String> headers, byte[] first) {
    direct.begin(new Answer(OK, headers, List.of()), COMMENT);
    begun = true;
    direct.write(first);
    if (hungUp) {
      direct.end();
    }
  }

  private synchronized void end() {
    hungUp = true;
    if (begun) {
      direct.end();
    }
  }

  @Override
  public void heard(String message) {
    heardAt = clock.instant();
    // nobody can be made to speak more slowly here; who never stops is heard no more
    if (!carried().hear(message.getBytes(StandardCharsets.UTF_8))) {
      beside.set(0);
    } else if (beside.incrementAndGet() > MOST_BESIDE) {
      hangUp(Ending.NOT_ALLOWED);
    }
  }

  @Override
  public void listen() {
    beside.set(0);
  }

  @Override
  public void ended() {
    carried().stop();
  }

  @Override
  public void say(Json message) {
    byte[] json = message.bytes();
    byte[] begin = bytes("event: message\ndata: ");
    var event = new byte[begin.length + json.length + 2];
    System.arraycopy(begin, 0, event, 0, begin.length);
    System.arraycopy(json, 0, event, begin.length, json.length);
    event[event.length - 2] = '\n';
    event[event.length - 1] = '\n';
    tell(event);
  }

  @Override
  public void beat() {
    Instant now = clock.instant();
    if (direct.gone()) {
      // whoever is opening it sees that, and keeps no session
      end();
      over();
    } else if (isPast(heardAt, IDLE, now)) {
      hangUp(Ending.STOPPING);
    }
  }

  @Override
  public void hangUp(Ending why) {
    end();
    over();
  }

  private void over() {
    String name = session;
    if (name != null) {
      sessions.end(name);
    }
    carried().over();
  }

  private void tell(byte[] piece) {
    if (begun) {
      direct.write(piece);
    }
  }

  private Conversation carried() {
    return Objects.requireNonNull(conversation);
  }

  private static boolean isPast(Instant since, Duration how, Instant now) {
    // a clock that was set back makes no difference for longer than that
    return Duration.between(since, now).abs().compareTo(how) >= 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
