package dev.sallyport.adapters.kit.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import jakarta.inject.Singleton;

/// Puts the edge's guards into every connection.
@Singleton
final class EdgeCustomizer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final AttributeKey<HeaderDeadline> HEADERS =
      AttributeKey.valueOf(HeaderDeadline.class.getName());

  private final EdgeSettings settings;
  private final Connections connections;
  private final Refusals refusals;
  private final Drain drain;
  private final BeanProvider<Shortcut> shortcuts;
  private final RequestIds ids;
  private final SecurityHeaders security;
  private final AccessLog log;

  EdgeCustomizer(
      EdgeSettings settings,
      Connections connections,
      Refusals refusals,
      Drain drain,
      BeanProvider<Shortcut> shortcuts,
      RequestIds ids,
      SecurityHeaders security,
      AccessLog log) {
    this.settings = settings;
    this.connections = connections;
    this.refusals = refusals;
    this.drain = drain;
    this.shortcuts = shortcuts;
    this.ids = ids;
    this.security = security;
    this.log = log;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new ForServer());
    return event.getBean();
  }

  private final class ForServer implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return switch (role) {
        case LISTENER -> {
          connections.listeners().add(channel);
          yield this;
        }
        case CONNECTION -> new ForConnection(channel);
        case REQUEST_STREAM, PUSH_PROMISE_STREAM -> this;
      };
    }
  }

  /// Serves a connection, and each HTTP/2 stream in it.
  private final class ForConnection implements NettyServerCustomizer {
    private final Channel channel;

    ForConnection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel stream, ChannelRole role) {
      return new ForConnection(stream);
    }

    @Override
    public void onInitialPipelineBuilt() {
      var headers = new HeaderDeadline(settings.headerTimeout(), refusals);
      channel.attr(HEADERS).set(headers);
      channel.pipeline().addFirst(connections.admit(channel) ? headers : new TurnedAway(refusals));
      channel.pipeline().addFirst("unread-end", new UnreadEnd(settings.bodyTimeout(), log));
      channel
          .pipeline()
          .addBefore(
              channel.pipeline().context(HttpServerUpgradeHandler.class).name(),
              "http1-inlet",
              new Http1Inlet());
      channel
          .pipeline()
          .addBefore(
              channel.pipeline().lastContext().name(),
              "connection-faults",
              new ConnectionFaults(log));
      channel
          .pipeline()
          .addAfter(
              channel.pipeline().context(IdleStateHandler.class).name(),
              "idle-end",
              new IdleEnd(headers));
    }

    @Override
    public void onStreamPipelineBuilt() {
      // an HTTP/2 stream hangs below its connection, and a connection below its listener
      Channel connection = channel.hasAttr(HEADERS) ? channel : channel.parent();
      if (channel instanceof Http2StreamChannel) {
        channel.pipeline().addFirst("unread-stream", new UnreadStream(settings.bodyTimeout(), log));
      }
      channel
          .pipeline()
          .addBefore(
              ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
              "request-guard",
              new RequestGuard(connection.attr(HEADERS).get(), settings, refusals, drain));
      channel
          .pipeline()
          .addBefore(
              ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
              "shortcuts",
              new ShortcutHandler(shortcuts.stream().toList(), ids, security, log));
    }
  }
}
