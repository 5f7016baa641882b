package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a connection that broke before anybody could answer on it: one line, and no stack, since
/// the fault is the peer's.
final class ConnectionFaults extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.info("a connection broke: {}", cause.getClass().getSimpleName());
    Ends.now(context.channel());
  }
}
