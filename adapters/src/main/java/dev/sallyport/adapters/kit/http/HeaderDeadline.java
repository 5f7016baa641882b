package dev.sallyport.adapters.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.time.Duration;

/// Ends a connection whose request does not get past its headers in time.
///
/// It stands before the HTTP codec and counts from the first byte of a request, or from the opening
/// of a connection that says nothing at all. Between two requests only the idle limit counts, and
/// in HTTP/2 after the first one, since there frames come and go that belong to no request.
final class HeaderDeadline extends ChannelInboundHandlerAdapter {
  private final Alarm alarm;
  private final Refusals refusals;
  private int requestsOpen;
  private boolean reading = true;
  private boolean heard;
  private boolean served;
  private boolean known;
  private boolean http2;

  HeaderDeadline(Duration patience, Refusals refusals) {
    this.alarm = new Alarm(patience);
    this.refusals = refusals;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    arm(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (reading && message instanceof ByteBuf && counts(context)) {
      heard = true;
      arm(context);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    countIfHeard(context);
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    alarm.off();
    context.fireChannelInactive();
  }

  /// The headers of a request are complete.
  void headersCame() {
    reading = false;
    requestsOpen++;
    alarm.off();
  }

  /// The request is complete; what comes now belongs to the next.
  void requestCame() {
    reading = true;
    heard = false;
    served = true;
  }

  void requestAnswered() {
    requestsOpen--;
  }

  /// Whether a request is under way, of whichever stream.
  boolean isServing() {
    return requestsOpen > 0;
  }

  private void arm(ChannelHandlerContext context) {
    alarm.set(context, () -> tooLate(context));
    countIfHeard(context);
  }

  /// Who is not heard, because answers wait for them, cannot come too late.
  private void countIfHeard(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      alarm.goOn(context);
    } else {
      alarm.hold(context);
    }
  }

  private void tooLate(ChannelHandlerContext context) {
    if (requestsOpen > 0) {
      // another request of this connection is still being answered, which must not be cut
      arm(context);
    } else if (heard && !isHttp2(context)) {
      reading = false;
      context.writeAndFlush(refusals.bytes(Refusal.TIMED_OUT)).addListener(new LingeringClose());
    } else {
      // by the channel, so that HTTP/2 can say goodbye
      Ends.now(context.channel());
    }
  }

  /// What a connection spoke when its first request was there, it speaks to the end.
  private boolean counts(ChannelHandlerContext context) {
    if (served && !known) {
      known = true;
      http2 = isHttp2(context);
    }
    return !http2;
  }

  private static boolean isHttp2(ChannelHandlerContext context) {
    return context.pipeline().get(Http2ConnectionHandler.class) != null;
  }
}
