package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;

/// Stands first on a connection, and hears nothing more of a peer while much that was written for
/// it waits. One that takes nothing of it for too long is left.
final class UnreadEnd extends ChannelDuplexHandler {
  private final AccessLog log;
  private final Alarm alarm;
  private boolean asked;
  private boolean heardByItself;
  private int waitingFirst;
  private long takenOfFirst;

  UnreadEnd(Duration patience, AccessLog log) {
    this.log = log;
    this.alarm = new Alarm(patience);
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (context.channel().isWritable() || saysNothingMore(context.channel())) {
      context.read();
    } else {
      asked = true;
    }
  }

  /// Once our side is closed nothing can wait any more, and what still comes is heard to its end.
  private static boolean saysNothingMore(Channel channel) {
    return channel.unsafe().outboundBuffer() == null;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      hearAgain(context);
    } else {
      hearNothing(context);
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    alarm.off();
    context.fireChannelInactive();
  }

  private void hearNothing(ChannelHandlerContext context) {
    if (context.channel().config().isAutoRead()) {
      heardByItself = true;
      context.channel().config().setAutoRead(false);
    }
    watch(context);
  }

  private void hearAgain(ChannelHandlerContext context) {
    alarm.off();
    if (heardByItself) {
      heardByItself = false;
      context.channel().config().setAutoRead(true);
    }
    if (asked) {
      asked = false;
      context.read();
    }
  }

  private void watch(ChannelHandlerContext context) {
    var _ = hasTakenSome(context.channel());
    alarm.set(context, () -> look(context));
  }

  private void look(ChannelHandlerContext context) {
    if (hasTakenSome(context.channel())) {
      alarm.set(context, () -> look(context));
    } else {
      log.unread();
      Ends.now(context);
    }
  }

  /// Whether something left since this was asked last.
  private boolean hasTakenSome(Channel channel) {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    if (waiting == null) {
      return false;
    }
    int first = System.identityHashCode(waiting.current());
    long taken = waiting.currentProgress();
    boolean some = first != waitingFirst || taken != takenOfFirst;
    waitingFirst = first;
    takenOfFirst = taken;
    return some;
  }
}
