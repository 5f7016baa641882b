package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.kit.http.EventStream;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One POST: answered with JSON, unless something is said ahead of the answer; then it becomes a
/// stream of events, of which the answer is the last.
final class HttpExchange implements Exchange {
  private static final byte[] EVENT = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = ": still here\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private final boolean streams;
  private final BooleanSupplier disconnected;
  private final CompletableFuture<HttpResponse<?>> response = new CompletableFuture<>();
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable EventStream stream;
  private boolean answered;

  /// @param streams whether the client takes events
  HttpExchange(boolean streams, BooleanSupplier disconnected) {
    this.streams = streams;
    this.disconnected = disconnected;
  }

  CompletableFuture<HttpResponse<?>> response() {
    return response;
  }

  @Override
  public boolean streams() {
    return streams;
  }

  @Override
  public void send(Json message) {
    if (!streams) {
      return;
    }
    turn.lock();
    try {
      if (!answered) {
        open().write(event(message));
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void keepAlive() {
    turn.lock();
    try {
      if (stream != null && !answered) {
        stream.write(COMMENT);
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void answer(Reply reply) {
    turn.lock();
    try {
      if (answered) {
        return;
      }
      answered = true;
      if (stream == null) {
        response.complete(plain(reply));
      } else {
        EventStream last = stream;
        reply.body().ifPresent(it -> last.write(event(it)));
        last.end();
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public boolean gone() {
    EventStream open = stream;
    return disconnected.getAsBoolean() || (open != null && open.isGone());
  }

  private EventStream open() {
    if (stream == null) {
      stream = new EventStream();
      response.complete(
          HttpResponse.ok(stream)
              .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
              .header("Cache-Control", "no-cache, no-transform")
              .header("X-Accel-Buffering", "no"));
    }
    return stream;
  }

  static MutableHttpResponse<?> plain(Reply reply) {
    MutableHttpResponse<byte[]> plain = HttpResponse.status(HttpStatus.valueOf(reply.status()));
    reply.headers().forEach(plain::header);
    reply
        .body()
        .ifPresent(it -> plain.body(it.bytes()).contentType(MediaType.APPLICATION_JSON_TYPE));
    return plain;
  }

  private static byte[] event(Json message) {
    byte[] json = message.bytes();
    var event = new byte[EVENT.length + json.length + END.length];
    System.arraycopy(EVENT, 0, event, 0, EVENT.length);
    System.arraycopy(json, 0, event, EVENT.length, json.length);
    System.arraycopy(END, 0, event, EVENT.length + json.length, END.length);
    return event;
  }
}
