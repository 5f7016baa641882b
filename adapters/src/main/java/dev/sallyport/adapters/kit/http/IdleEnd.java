package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;

/// Ends a connection that has been silent for too long, HTTP/2 with a goodbye.
final class IdleEnd extends ChannelInboundHandlerAdapter {
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      Ends.now(context.channel());
    }
    context.fireUserEventTriggered(event);
  }
}
