package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Ends a connection that broke before anybody could answer on it: one line, and no stack, since
/// the fault is the peer's.
final class ConnectionFaults extends ChannelInboundHandlerAdapter {
  private final AccessLog log;

  ConnectionFaults(AccessLog log) {
    this.log = log;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.broke(cause);
    Ends.now(context.channel());
  }
}
