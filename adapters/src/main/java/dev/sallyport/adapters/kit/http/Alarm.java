package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One deadline of one connection; everything happens on that connection's event loop.
final class Alarm {
  private final Duration patience;
  private @Nullable ScheduledFuture<?> ringing;

  Alarm(Duration patience) {
    this.patience = patience;
  }

  /// Counts from now, unless it is counting already.
  void set(ChannelHandlerContext context, Runnable tooLate) {
    if (ringing == null) {
      ringing =
          context
              .executor()
              .schedule(() -> ring(tooLate), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void off() {
    if (ringing != null) {
      ringing.cancel(false);
      ringing = null;
    }
  }

  private void ring(Runnable tooLate) {
    ringing = null;
    tooLate.run();
  }
}
