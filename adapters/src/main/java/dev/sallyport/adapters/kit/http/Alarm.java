package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One deadline of one connection; everything happens on that connection's event loop.
///
/// Nearly every deadline is met at once, so setting one only notes the time. A single look at the
/// clock is under way for all of them, and is put off while there is nothing to ring for.
final class Alarm {
  private final long patience;
  private @Nullable Runnable tooLate;
  private long setAt;
  private long heldAt;
  private boolean held;
  private boolean looking;

  Alarm(Duration patience) {
    this.patience = patience.toNanos();
  }

  /// Counts from now, unless it is counting already.
  void set(ChannelHandlerContext context, Runnable tooLate) {
    if (this.tooLate == null) {
      this.tooLate = tooLate;
      setAt = context.executor().ticker().nanoTime();
      lookAfter(context, patience);
    }
  }

  void off() {
    tooLate = null;
    held = false;
  }

  /// Stands still until [#goOn], if it is counting.
  void hold(ChannelHandlerContext context) {
    if (tooLate != null && !held) {
      held = true;
      heldAt = context.executor().ticker().nanoTime();
    }
  }

  void goOn(ChannelHandlerContext context) {
    if (held) {
      held = false;
      setAt += context.executor().ticker().nanoTime() - heldAt;
      lookAfter(context, left(context));
    }
  }

  private long left(ChannelHandlerContext context) {
    return patience - (context.executor().ticker().nanoTime() - setAt);
  }

  private void lookAfter(ChannelHandlerContext context, long nanos) {
    if (!looking) {
      looking = true;
      var _ = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void look(ChannelHandlerContext context) {
    looking = false;
    Runnable ringing = tooLate;
    if (ringing == null || held) {
      return;
    }
    long left = left(context);
    if (left > 0) {
      lookAfter(context, left);
    } else {
      tooLate = null;
      ringing.run();
    }
  }
}
