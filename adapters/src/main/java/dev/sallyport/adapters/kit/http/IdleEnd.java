package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;

/// Ends a connection that has been silent for too long, HTTP/2 with a goodbye; but none on which
/// something is asked for, answered or still to be taken, since other limits are for that.
///
/// It stands before the framework, which would end those too.
final class IdleEnd extends ChannelInboundHandlerAdapter {
  private final HeaderDeadline headers;

  IdleEnd(HeaderDeadline headers) {
    this.headers = headers;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof IdleStateEvent)) {
      context.fireUserEventTriggered(event);
    } else if (!headers.isServing() && context.channel().isWritable()) {
      Ends.now(context.channel());
    }
  }
}
