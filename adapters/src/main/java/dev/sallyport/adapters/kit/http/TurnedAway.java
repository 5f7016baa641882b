package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/// Stands first in a connection that is one too many: says so, hears nothing, ends it.
final class TurnedAway extends ChannelInboundHandlerAdapter {
  private final Refusals refusals;

  TurnedAway(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context
        .writeAndFlush(refusals.bytes(Refusal.TOO_MANY_CONNECTIONS))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
  }
}
