package dev.sallyport.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// What Netty alone makes of the same exchange: reads a request whole, and answers always the same
/// bytes.
final class BareNetty {
  private static final int LONGEST = 1 << 20;

  private BareNetty() {}

  /// Serves until it is ended.
  ///
  /// @param arguments the file that holds an answer as it goes over the wire
  public static void main(String[] arguments) throws Exception {
    Exchange answer = Exchange.read(Path.of(arguments[0]));
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    Channel channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1_024)
            .childHandler(new Pipeline(answer))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
    System.out.println(House.OPEN + ((InetSocketAddress) channel.localAddress()).getPort());
    channel.closeFuture().sync();
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final HttpHeaders headers = new DefaultHttpHeaders();
    private final byte[] body;

    Pipeline(Exchange answer) {
      answer.headers().forEach(headers::add);
      body = answer.body().getBytes(Exchange.WIRE);
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(
              new HttpServerCodec(), new HttpObjectAggregator(LONGEST), new Same(headers, body));
    }
  }

  private static final class Same extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final HttpHeaders headers;
    private final byte[] body;

    Same(HttpHeaders headers, byte[] body) {
      this.headers = headers;
      this.body = body;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      var _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(
                  HttpVersion.HTTP_1_1,
                  HttpResponseStatus.OK,
                  Unpooled.wrappedBuffer(body),
                  headers.copy(),
                  EmptyHttpHeaders.INSTANCE));
    }
  }
}
