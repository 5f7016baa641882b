package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
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
    if (!written.isSuccess() || !(channel instanceof DuplexChannel duplex)) {
      Ends.now(channel);
      return;
    }
    duplex.shutdownOutput().addListener(Ends::note);
    var giveUp =
        channel
            .eventLoop()
            .schedule(() -> Ends.now(channel), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(_ -> giveUp.cancel(false));
  }
}
