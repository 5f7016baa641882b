package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.util.concurrent.TimeUnit;

/// Ends a connection so that its peer can still read the last answer.
///
/// Closing at once while bytes are still coming makes the kernel reset the connection, and the
/// peer's kernel throw the answer away. So first only our side is closed, and what still comes is
/// dropped.
final class LingeringClose implements ChannelFutureListener {
  private static final long PATIENCE_MILLIS = 2_000;

  @Override
  public void operationComplete(ChannelFuture written) {
    Channel channel = written.channel();
    switch (channel) {
      case Http2StreamChannel stream when written.isSuccess() -> reset(stream);
      case DuplexChannel duplex when written.isSuccess() -> halfClose(duplex);
      default -> Ends.now(channel);
    }
  }

  /// RFC 9113, section 8.1: the peer may stop sending and must not throw the answer away.
  private static void reset(Http2StreamChannel stream) {
    stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR)).addListener(Ends::note);
  }

  private static void halfClose(DuplexChannel channel) {
    channel.shutdownOutput().addListener(Ends::note);
    var giveUp =
        channel
            .eventLoop()
            .schedule(() -> Ends.now(channel), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(_ -> giveUp.cancel(false));
  }
}
