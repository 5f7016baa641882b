package dev.sallyport.adapters.kit.http;

import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.http.Shortcut.Visit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One request of a shortcut. What it is told from other threads it does on its connection's.
final class ShortcutRequest implements Direct {
  static final long SIGN_SECONDS = 15;

  /// While more than this waits for a peer, nothing is added to it. The longest answer that is
  /// allowed has 8,388,608 characters and is told as text and by fields: of plain letters that is
  /// half of this, so one that reads it slowly is not cut over the next. Who reads nothing at all
  /// is ended for that, however little it is.
  static final long MOST_WAITING = 33_554_432;

  private final ChannelHandlerContext context;
  private final HttpRequest request;
  private final String id;
  private final SecurityHeaders security;
  private final AccessLog log;
  private final Runnable over;
  private final AtomicLong waiting = new AtomicLong();
  private final boolean chunks;
  private @Nullable Visit visit;
  private @Nullable ScheduledFuture<?> signs;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private boolean whole;
  private boolean ends;
  private boolean begun;
  private boolean answered;
  private volatile boolean lost;
  private int status;

  ShortcutRequest(
      ChannelHandlerContext context,
      HttpRequest request,
      String id,
      SecurityHeaders security,
      AccessLog log,
      Runnable over) {
    this.context = context;
    this.request = request;
    this.id = id;
    this.security = security;
    this.log = log;
    this.over = over;
    this.chunks = !request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    // who was not asked for its body may leave it out, and then nobody knows what comes next
    this.ends = !HttpUtil.isKeepAlive(request) || HttpUtil.is100ContinueExpected(request);
  }

  /// Its peer was told to send the body.
  void isAwaited() {
    ends = !HttpUtil.isKeepAlive(request);
  }

  /// What stands before the question mark.
  static String pathOf(HttpRequest request) {
    int end = request.uri().indexOf('?');
    return end < 0 ? request.uri() : request.uri().substring(0, end);
  }

  /// Lets the shortcut begin with it.
  void opens(Shortcut shortcut) {
    tried(() -> visit = shortcut.arrives(this));
  }

  /// Takes a piece of the body over. Most bodies are one piece, and copied once; of the others
  /// nothing is kept but their bytes.
  void takes(ByteBuf piece, boolean last) {
    try {
      tried(() -> collect(piece, last));
    } finally {
      piece.release();
    }
  }

  private void collect(ByteBuf piece, boolean last) {
    if (!last) {
      keep(piece);
      return;
    }
    whole = true;
    if (body.isReadable()) {
      keep(piece);
      tellBody(body);
    } else {
      tellBody(piece);
    }
  }

  private void keep(ByteBuf piece) {
    if (!answered && !lost) {
      if (!body.isReadable()) {
        drop();
        body = context.alloc().buffer(piece.readableBytes());
      }
      body.writeBytes(piece);
    }
  }

  private void tellBody(ByteBuf all) {
    if (visit != null && !answered) {
      byte[] bytes = ByteBufUtil.getBytes(all);
      drop();
      visit.body(bytes);
    }
  }

  private void drop() {
    body.release();
    body = Unpooled.EMPTY_BUFFER;
  }

  /// The connection is no more.
  void lose() {
    lost = true;
    showNoMore();
    drop();
  }

  boolean isWhole() {
    return whole;
  }

  boolean isAnswered() {
    return answered;
  }

  String id() {
    return id;
  }

  int status() {
    return status;
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String peer() {
    return Connections.source(context.channel());
  }

  @Override
  public String path() {
    return pathOf(request);
  }

  @Override
  public String query() {
    int start = request.uri().indexOf('?');
    return start < 0 ? "" : request.uri().substring(start + 1);
  }

  @Override
  public boolean wantsSocket() {
    return request.method().equals(HttpMethod.GET)
        && request.headers().contains(Http1Inlet.SOCKET_WISHED)
        && request
            .headers()
            .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && context.pipeline().get(HttpServerCodec.class) != null;
  }

  @Override
  public void upgrade(List<String> headers, SocketListener listener) {
    onItsThread(() -> {
      if (answered || begun || gone()) {
        listener.closed();
      } else {
        begun = true;
        answered = true;
        status = HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        var response =
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
        dress(response, headers);
        response
            .headers()
            .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
            .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
            .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, Handshake.answer(this));
        FrameSocket.behind(context, response, listener);
      }
    });
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().getAll(name);
  }

  @Override
  public void answer(Answer answer) {
    onItsThread(() -> {
      if (!answered && !begun) {
        write(answer);
      }
    });
  }

  @Override
  public void begin(Answer head, byte[] sign) {
    onItsThread(() -> {
      if (!answered && !begun && !gone()) {
        begun = true;
        status = head.status();
        var response =
            new DefaultHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(head.status()));
        // whoever knows no pieces hears the end of the stream by the end of the connection
        ends = ends || !chunks;
        dress(response, head.headers());
        HttpUtil.setTransferEncodingChunked(response, chunks);
        var _ = flush(response);
        signs =
            context
                .executor()
                .scheduleAtFixedRate(
                    () -> tried(() -> show(sign)), SIGN_SECONDS, SIGN_SECONDS, TimeUnit.SECONDS);
      }
    });
  }

  @Override
  public void write(byte[] piece) {
    // however large the piece is: without a stream it would be sent as well
    if (waiting.getAndAdd(piece.length) > MOST_WAITING) {
      waiting.addAndGet(-piece.length);
      cut();
    } else {
      onItsThread(() -> send(piece));
    }
  }

  @Override
  public void end() {
    onItsThread(() -> {
      if (begun && !answered) {
        answered = true;
        showNoMore();
        last(flush(LastHttpContent.EMPTY_LAST_CONTENT));
      }
    });
  }

  @Override
  public boolean gone() {
    return lost || !context.channel().isActive();
  }

  private void send(byte[] piece) {
    if (begun && !answered) {
      flush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)))
          .addListener(_ -> waiting.addAndGet(-piece.length));
    } else {
      waiting.addAndGet(-piece.length);
    }
  }

  private void cut() {
    onItsThread(() -> {
      if (!gone()) {
        lose();
        log.unread();
        Ends.now(context);
      }
    });
  }

  private void show(byte[] sign) {
    // while something waits to be taken, more would show nothing
    if (waiting.get() == 0) {
      write(sign);
    }
  }

  private void showNoMore() {
    if (signs != null) {
      signs.cancel(false);
    }
  }

  private void write(Answer answer) {
    answered = true;
    status = answer.status();
    ByteBuf bytes = joined(answer.body());
    int length = bytes.readableBytes();
    if (method().equals("HEAD")) {
      bytes.release();
      bytes = Unpooled.EMPTY_BUFFER;
    }
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), bytes);
    dress(response, answer.headers());
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, length);
    last(flush(response));
  }

  private ByteBuf joined(List<Shortcut.Piece> pieces) {
    return Unpooled.wrappedBuffer(
        pieces.stream().map(it -> it.buffer(context.alloc())).toArray(ByteBuf[]::new));
  }

  private void dress(HttpResponse response, List<String> headers) {
    HttpHeaders all = response.headers();
    security.copyInto(all);
    for (int at = 0; at < headers.size(); at += 2) {
      all.set(headers.get(at), headers.get(at + 1));
    }
    all.set(RequestId.HEADER, id);
    if (ends) {
      all.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  private ChannelFuture flush(Object message) {
    return context.writeAndFlush(message);
  }

  private void last(ChannelFuture written) {
    drop();
    if (ends) {
      written.addListener(new LingeringClose());
    }
    over.run();
  }

  private void onItsThread(Runnable step) {
    if (context.executor().inEventLoop()) {
      tried(step);
    } else {
      context.executor().execute(() -> tried(step));
    }
  }

  /// Nobody is left waiting for an answer that cannot be made any more, for want of memory or else.
  private void tried(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      log.fault(e);
      lose();
      Ends.now(context);
    }
  }
}
