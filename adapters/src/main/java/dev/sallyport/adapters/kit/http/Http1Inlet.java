package dev.sallyport.adapters.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/// Stands behind the HTTP/1 codec and lets through what the framework can deal with.
///
/// Half a request of a peer that has gone is dropped: nobody waits for its answer, and the
/// framework would build its handlers into a dead connection. An upgrade to HTTP/2 is offered no
/// more once the request has a body or is broken: the framework would refuse it by itself, bare of
/// every header. A wish for a socket is noted elsewhere, for whoever offers HTTP/2 would take it
/// out.
final class Http1Inlet extends ChannelInboundHandlerAdapter {
  static final String SOCKET_WISHED = "x-socket-wished";

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!context.channel().isActive()) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      noteWish(request.headers());
      if (!canUpgrade(request)) {
        request.headers().remove(HttpHeaderNames.UPGRADE);
      }
    }
    context.fireChannelRead(message);
  }

  private static void noteWish(HttpHeaders headers) {
    // the first request of a connection comes by twice; whoever says so by itself wishes it, too
    if (headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      headers.remove(HttpHeaderNames.UPGRADE).set(SOCKET_WISHED, "");
    }
  }

  private static boolean canUpgrade(HttpRequest request) {
    return request.decoderResult().isSuccess()
        && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }
}
