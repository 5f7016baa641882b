package dev.sallyport.adapters.kit.http;

import dev.sallyport.adapters.kit.http.SocketListener.Appetite;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket: puts messages together, answers and sends pings, and closes in good order. All but
/// what [Socket] says happens on the connection's event loop.
///
/// It stands in front of the handlers of HTTP, which see nothing any more but the end.
final class FrameSocket extends SimpleChannelInboundHandler<WebSocketFrame> implements Socket {
  static final long PING_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");
  private static final int MESSAGE_BYTES = 1_048_576;

  private static final int MOST_REASON = 120;

  private final SocketListener listener;
  private final int mostBytes;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private @Nullable ChannelHandlerContext context;
  private @Nullable ScheduledFuture<?> pings;
  private boolean heard = true;
  private boolean paused;
  private byte @Nullable [] pinged;
  private boolean ended;

  FrameSocket(SocketListener listener, int mostBytes) {
    this.listener = listener;
    this.mostBytes = mostBytes;
  }

  /// Writes the answer to the handshake, and takes the connection over before that is flushed: so
  /// no frame can come too early.
  static void behind(ChannelHandlerContext http, HttpResponse answer, SocketListener listener) {
    http.write(answer).addListener(Ends::note);
    ChannelPipeline pipeline = http.pipeline();
    // from here on no header is waited for, and pings tell who is silent
    pipeline.get(HeaderDeadline.class).headersCame();
    if (pipeline.get(IdleStateHandler.class) != null) {
      var _ = pipeline.remove(IdleStateHandler.class);
    }
    var socket = new FrameSocket(listener, MESSAGE_BYTES);
    String codec = pipeline.context(HttpServerCodec.class).name();
    pipeline
        .addBefore(codec, "socket-decoder", new WebSocket13FrameDecoder(strict()))
        .addBefore(codec, "socket-encoder", new WebSocket13FrameEncoder(false))
        .addBefore(codec, "socket-characters", new Utf8FrameValidator(false))
        .addBefore(codec, "socket", socket);
    http.flush();
    socket.open();
  }

  private static WebSocketDecoderConfig strict() {
    return WebSocketDecoderConfig.newBuilder()
        .maxFramePayloadLength(MESSAGE_BYTES)
        .expectMaskedFrames(true)
        .allowMaskMismatch(false)
        .allowExtensions(false)
        // whoever broke it is told why, and can read that
        .closeOnProtocolViolation(false)
        .build();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    added.channel().config().setAutoRead(false);
  }

  /// Begins, once the peer was told that it can.
  void open() {
    if (ended) {
      return;
    }
    pings =
        at().executor()
            .scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    listener.opened(this);
    at().read();
  }

  /// The house stops.
  void stop() {
    if (!ended) {
      listener.stopping();
    }
  }

  @Override
  public void send(byte[] text) {
    onItsLoop(() -> {
      if (!ended) {
        if (at().channel().bytesBeforeWritable() > ShortcutRequest.MOST_WAITING) {
          LOG.info("a socket was cut: its peer takes nothing");
          cut();
        } else {
          write(new TextWebSocketFrame(Unpooled.wrappedBuffer(text)));
        }
      }
    });
  }

  @Override
  public void close(int code, String reason) {
    onItsLoop(() -> end(code, reason));
  }

  @Override
  public void resume() {
    onItsLoop(() -> {
      paused = false;
      at().read();
    });
  }

  @Override
  protected void channelRead0(ChannelHandlerContext at, WebSocketFrame frame) {
    heard = true;
    if (ended) {
      // what comes after our goodbye is read only to find theirs
      if (frame instanceof CloseWebSocketFrame) {
        Ends.now(at.channel());
      }
      return;
    }
    switch (frame) {
      case TextWebSocketFrame text -> part(text.content(), text.isFinalFragment());
      case ContinuationWebSocketFrame more -> part(more.content(), more.isFinalFragment());
      case BinaryWebSocketFrame _ -> end(UNSUPPORTED, "messages are texts");
      case PingWebSocketFrame ping -> pong(ping.content());
      case PongWebSocketFrame _ -> {}
      case CloseWebSocketFrame close -> bye(close);
      default -> end(1002, "that frame is none");
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext at) {
    // those behind would ask for more, whether there is an appetite for it or not
    if (!paused) {
      at.read();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext at) {
    byte[] latest = pinged;
    if (latest != null && !ended && at.channel().isWritable()) {
      pinged = null;
      write(new PongWebSocketFrame(Unpooled.wrappedBuffer(latest)));
    }
    at.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext at) {
    over();
    at.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException broken) {
      end(broken.closeStatus().code(), "that frame is none");
    } else {
      LOG.info("a socket broke: {}", cause.getClass().getSimpleName());
      cut();
    }
  }

  private void part(ByteBuf bytes, boolean last) {
    if (message.size() + bytes.readableBytes() > mostBytes) {
      end(TOO_BIG, "a message has at most %d bytes".formatted(mostBytes));
      return;
    }
    message.writeBytes(ByteBufUtil.getBytes(bytes));
    if (last) {
      byte[] whole = message.toByteArray();
      message.reset();
      paused = listener.hear(whole) == Appetite.PAUSE;
    }
  }

  private void ping() {
    if (!at().channel().isWritable()) {
      // it has not come to the question yet, nor do we hear it; who takes nothing is ended for that
      heard = true;
    } else if (!heard && !paused) {
      LOG.info("a socket was cut: its peer is silent");
      cut();
    } else {
      heard = false;
      write(new PingWebSocketFrame());
    }
  }

  /// RFC 6455, section 5.5.3: of pings that nobody could answer yet, the latest is enough.
  private void pong(ByteBuf ping) {
    if (at().channel().isWritable()) {
      write(new PongWebSocketFrame(ping.retain()));
    } else {
      pinged = ByteBufUtil.getBytes(ping);
    }
  }

  private void bye(CloseWebSocketFrame close) {
    int code = close.statusCode();
    end(code < 0 ? NORMAL : code, "");
  }

  private void end(int code, String reason) {
    if (ended || !at().channel().isActive()) {
      return;
    }
    over();
    paused = false;
    at().writeAndFlush(
            new CloseWebSocketFrame(
                code, reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason))
        .addListener(new LingeringClose());
    at().read();
  }

  private void cut() {
    over();
    Ends.now(at().channel());
  }

  /// Nothing is said to the listener or by it any more.
  private void over() {
    if (!ended) {
      ended = true;
      if (pings != null) {
        pings.cancel(false);
      }
      listener.closed();
    }
  }

  private void write(WebSocketFrame frame) {
    at().writeAndFlush(frame).addListener(Ends::note);
  }

  private void onItsLoop(Runnable step) {
    if (at().executor().inEventLoop()) {
      step.run();
    } else {
      at().executor().execute(step);
    }
  }

  private ChannelHandlerContext at() {
    return Objects.requireNonNull(context);
  }
}
