package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelOutboundInvoker;
import io.netty.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends connections. A failure to do so is noted: the kernel will end what we could not.
final class Ends {
  private static final Logger LOG = LoggerFactory.getLogger(Ends.class);

  private Ends() {}

  static void now(ChannelOutboundInvoker connection) {
    connection.close().addListener(Ends::note);
  }

  static void note(Future<?> step) {
    if (!step.isSuccess()) {
      LOG.debug("A connection could not be ended in good order", step.cause());
    }
  }
}
