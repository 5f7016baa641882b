package dev.sallyport.adapters.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.concurrent.PromiseCombiner;
import java.time.Duration;

/// Stands first on an HTTP/2 stream and resets it once its peer takes nothing of an answer for too
/// long. Such an answer waits for the peer's window and not for the connection, which looks idle;
/// other streams of it may be well, so it stays.
final class UnreadStream extends ChannelDuplexHandler {
  /// What every peer takes at once (RFC 9113, section 4.2), so that a slow one is seen to take
  /// some.
  private static final int PIECE = 16_384;

  private final AccessLog log;
  private final Alarm alarm;
  private int waiting;
  private boolean taken;

  UnreadStream(Duration patience, AccessLog log) {
    this.log = log;
    this.alarm = new Alarm(patience);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof Http2DataFrame data) {
      writeInPieces(context, data, promise);
    } else {
      var _ = context.write(message, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (waiting > 0) {
      alarm.set(context, () -> look(context));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    alarm.off();
    context.fireChannelInactive();
  }

  private void writeInPieces(
      ChannelHandlerContext context, Http2DataFrame data, ChannelPromise promise) {
    var pieces = new PromiseCombiner(context.executor());
    ByteBuf content = data.content();
    do {
      ByteBuf piece = content.readRetainedSlice(Math.min(PIECE, content.readableBytes()));
      boolean last = data.isEndStream() && !content.isReadable();
      waiting++;
      pieces.add(context.write(new DefaultHttp2DataFrame(piece, last)).addListener(_ -> takes()));
    } while (content.isReadable());
    data.release();
    pieces.finish(promise.unvoid());
  }

  private void takes() {
    waiting--;
    taken = true;
    if (waiting == 0) {
      alarm.off();
    }
  }

  private void look(ChannelHandlerContext context) {
    if (taken) {
      taken = false;
      alarm.set(context, () -> look(context));
    } else {
      log.unread();
      // not by the channel, which resets nothing that it has heard and said the end of
      context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).addListener(Ends::note);
    }
  }
}
