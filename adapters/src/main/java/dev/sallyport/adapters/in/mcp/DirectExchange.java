package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One POST: answered with JSON, unless something is said ahead of the answer; then it becomes a
/// stream of events, of which the answer is the last.
final class DirectExchange implements Exchange {
  private static final byte[] EVENT = bytes("event: message\ndata: ");
  private static final byte[] END = bytes("\n\n");
  private static final byte[] COMMENT = bytes(": still here\n\n");
  private static final List<String> STREAM =
      List.of(
          "Content-Type",
          "text/event-stream",
          "Cache-Control",
          "no-cache, no-transform",
          "X-Accel-Buffering",
          "no");
  private static final int OK = 200;

  private final Direct direct;
  private final boolean streams;
  private final Map<String, String> forBrowsers;
  private Supplier<Map<String, String>> standing = Map::of;
  private boolean begun;
  private boolean answered;

  /// A client that takes events gets some, if there is something to tell.
  DirectExchange(Direct direct, boolean streams, Map<String, String> forBrowsers) {
    this.direct = direct;
    this.streams = streams;
    this.forBrowsers = forBrowsers;
  }

  /// From now on it is known whose it is: each answer that does not say itself how their limits
  /// stand says it in these headers, and so does a stream as it begins.
  synchronized void tells(Supplier<Map<String, String>> headers) {
    standing = headers;
  }

  @Override
  public boolean streams() {
    return streams;
  }

  @Override
  public synchronized boolean hasStatus() {
    return !begun && !answered;
  }

  @Override
  public synchronized void send(Json message) {
    if (streams && !answered) {
      if (!begun) {
        begun = true;
        List<String> headers = new ArrayList<>(STREAM);
        add(standing.get(), headers);
        add(forBrowsers, headers);
        direct.begin(new Answer(OK, headers, List.of()), COMMENT);
      }
      direct.write(event(message));
    }
  }

  @Override
  public synchronized void answer(Reply reply) {
    if (answered) {
      return;
    }
    answered = true;
    if (begun) {
      reply.body().ifPresent(it -> direct.write(event(it)));
      direct.end();
    } else {
      direct.answer(plain(reply));
    }
  }

  @Override
  public boolean gone() {
    return direct.gone();
  }

  private Answer plain(Reply reply) {
    List<String> headers = new ArrayList<>();
    if (reply.body().isPresent()) {
      headers.add("Content-Type");
      headers.add("application/json");
    }
    add(reply.headers(), headers);
    if (!LimitHeaders.areIn(reply.headers())) {
      add(standing.get(), headers);
    }
    add(forBrowsers, headers);
    return new Answer(reply.status(), headers, reply.body().map(Json::pieces).orElse(List.of()));
  }

  /// The same where nobody was let in, and so nothing can come ahead of it.
  static Answer alone(Reply reply) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    add(reply.headers(), headers);
    return new Answer(reply.status(), headers, reply.body().map(Json::pieces).orElse(List.of()));
  }

  private static void add(Map<String, String> more, List<String> headers) {
    more.forEach((name, value) -> {
      headers.add(name);
      headers.add(value);
    });
  }

  private static byte[] event(Json message) {
    byte[] json = message.bytes();
    var event = new byte[EVENT.length + json.length + END.length];
    System.arraycopy(EVENT, 0, event, 0, EVENT.length);
    System.arraycopy(json, 0, event, EVENT.length, json.length);
    System.arraycopy(END, 0, event, EVENT.length + json.length, END.length);
    return event;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
