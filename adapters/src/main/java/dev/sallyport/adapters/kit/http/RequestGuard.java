package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches requests and answers go by, and turns away what must not go further: broken or oversized
/// heads, bodies that never end, and new work while the house is stopping.
///
/// One per HTTP/1 connection and one per HTTP/2 stream; both speak in the same objects here.
final class RequestGuard extends ChannelDuplexHandler {
  private final HeaderDeadline headers;
  private final EdgeSettings settings;
  private final Refusals refusals;
  private final Drain drain;
  private final Alarm alarm;

  private int open;
  private long bodyBytes;
  private boolean asked;
  private boolean answering;
  private boolean told;
  private boolean closed;
  private @Nullable Refusal waiting;
  private @Nullable HttpRequest latest;

  RequestGuard(HeaderDeadline headers, EdgeSettings settings, Refusals refusals, Drain drain) {
    this.headers = headers;
    this.settings = settings;
    this.refusals = refusals;
    this.drain = drain;
    this.alarm = new Alarm(settings.bodyTimeout());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (closed || waiting != null) {
      ReferenceCountUtil.release(message);
      return;
    }
    asked = false;
    if (message instanceof HttpRequest request) {
      headers.headersCame();
      open++;
      latest = request;
      Refusal refusal = objection(request);
      if (refusal != null) {
        ReferenceCountUtil.release(message);
        refuse(context, refusal);
        return;
      }
      bodyBytes = 0;
      alarm.set(context, () -> tooLate(context));
    }
    if (message instanceof HttpContent content) {
      if (content.decoderResult().isFailure()) {
        // it is passed off as the end, and what comes after it is no longer read
        ReferenceCountUtil.release(message);
        refuseBody(context, Refusal.BAD_REQUEST);
        return;
      }
      bodyBytes += content.content().readableBytes();
      if (bodyBytes > settings.bodyBytes()) {
        ReferenceCountUtil.release(message);
        refuseBody(context, Refusal.BODY_TOO_LARGE);
        return;
      }
    }
    if (message instanceof LastHttpContent) {
      alarm.off();
      headers.requestCame();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    if (closed || waiting != null) {
      // nobody behind us asks for more, but what still comes has to be taken to be dropped
      context.read();
    }
    countIfHeard(context);
  }

  @Override
  public void read(ChannelHandlerContext context) {
    asked = true;
    countIfHeard(context);
    context.read();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    countIfHeard(context);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (closed) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
      return;
    }
    if (message instanceof HttpResponse response && isFinal(response)) {
      answering = true;
      told = drain.begun() && open == 1;
      if (told) {
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      }
    }
    boolean last = message instanceof LastHttpContent && answering;
    ChannelFuture written = context.write(message, last ? promise.unvoid() : promise);
    if (last) {
      answered(context, written);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    alarm.off();
    closed = true;
    // a peer may let go of a stream and keep its connection
    for (; open > 0; open--) {
      headers.requestAnswered();
    }
    context.fireChannelInactive();
  }

  /// In HTTP/2 a broken request arrives as an exception and not as a request.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof Http2Exception) && !(cause.getCause() instanceof Http2Exception)) {
      context.fireExceptionCaught(cause);
    } else if (!closed && waiting == null) {
      if (open == 0) {
        headers.headersCame();
        open++;
      }
      refuseBody(context, Refusal.BAD_REQUEST);
    }
  }

  /// Ends an HTTP/1 connection that has nothing under way; called on its event loop.
  void closeIfIdle(ChannelHandlerContext context) {
    if (open == 0) {
      closed = true;
      Ends.now(context);
    }
  }

  /// What we do not listen to cannot come too late: nobody asked for more, or answers wait for
  /// their reader.
  private void countIfHeard(ChannelHandlerContext context) {
    // nobody would tell a stream when its connection is heard again
    if (asked && (isStream(context) || isHeard(context))) {
      alarm.goOn(context);
    } else {
      alarm.hold(context);
    }
  }

  private void tooLate(ChannelHandlerContext context) {
    if (isHeard(context)) {
      refuseBody(context, Refusal.TIMED_OUT);
    } else {
      alarm.set(context, () -> tooLate(context));
    }
  }

  private static boolean isHeard(ChannelHandlerContext context) {
    Channel channel = context.channel();
    return (isStream(context) ? channel.parent() : channel).isWritable();
  }

  private static boolean isStream(ChannelHandlerContext context) {
    return context.channel() instanceof Http2StreamChannel;
  }

  private @Nullable Refusal objection(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return switch (request.decoderResult().cause()) {
        case TooLongHttpLineException _ -> Refusal.LINE_TOO_LONG;
        case TooLongHttpHeaderException _ -> Refusal.HEADERS_TOO_LARGE;
        case null, default -> Refusal.BAD_REQUEST;
      };
    }
    if (request.uri().length() > settings.lineBytes()) {
      return Refusal.LINE_TOO_LONG;
    }
    if (headerBytes(request) > settings.headerBytes()) {
      return Refusal.HEADERS_TOO_LARGE;
    }
    if (request.protocolVersion().majorVersion() > 1
        || !hasOneHost(request)
        || !hasOneEnd(request)) {
      return Refusal.BAD_REQUEST;
    }
    if (HttpUtil.getContentLength(request, 0L) > settings.bodyBytes()) {
      return Refusal.BODY_TOO_LARGE;
    }
    return drain.begun() ? Refusal.DRAINING : null;
  }

  /// In HTTP/1 the codec has counted already; in HTTP/2 nobody has.
  private static int headerBytes(HttpRequest request) {
    int bytes = 0;
    for (var headers = request.headers().iteratorCharSequence(); headers.hasNext(); ) {
      var header = headers.next();
      bytes += header.getKey().length() + header.getValue().length();
    }
    return bytes;
  }

  /// RFC 9112, section 3.2: with none or several, nobody knows who was meant.
  private static boolean hasOneHost(HttpRequest request) {
    int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
    return hosts == 1 || (hosts == 0 && request.protocolVersion().minorVersion() == 0);
  }

  /// RFC 9112, section 6.3: with any other coding, others find the end of its body elsewhere.
  private static boolean hasOneEnd(HttpRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.isEmpty()
        || (codings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip()));
  }

  private static boolean isFinal(HttpResponse response) {
    return response.status().code() >= HttpResponseStatus.OK.code();
  }

  private void answered(ChannelHandlerContext context, ChannelFuture written) {
    answering = false;
    open--;
    headers.requestAnswered();
    if (open == 1 && waiting != null) {
      // the turn of the one that was refused while others were being answered
      refuseNow(context, waiting);
    } else if (open == 0 && drain.begun()) {
      leave(context, written);
    }
  }

  /// Who was not told that this answer is the last may have asked again already, and is heard.
  private void leave(ChannelHandlerContext context, ChannelFuture written) {
    if (told || isStream(context)) {
      closed = true;
      written.addListener(new LingeringClose());
    } else {
      drain.linger(context.channel(), () -> closeIfIdle(context));
    }
  }

  private void refuse(ChannelHandlerContext context, Refusal refusal) {
    alarm.off();
    if (open > 1) {
      waiting = refusal;
    } else {
      refuseNow(context, refusal);
    }
  }

  private void refuseNow(ChannelHandlerContext context, Refusal refusal) {
    closed = true;
    waiting = null;
    open--;
    headers.requestAnswered();
    context.writeAndFlush(refusals.answer(refusal, latest)).addListener(new LingeringClose());
    context.read();
  }

  /// Refuses a request whose head was passed on already. If its answer has begun, or has even been
  /// given, all that is left is to end the connection.
  private void refuseBody(ChannelHandlerContext context, Refusal refusal) {
    alarm.off();
    if (open == 0 || (open == 1 && answering)) {
      closed = true;
      Ends.now(context);
    } else {
      refuse(context, refusal);
    }
  }
}
