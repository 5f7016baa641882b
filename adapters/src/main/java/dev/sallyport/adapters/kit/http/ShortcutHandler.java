package dev.sallyport.adapters.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Stands before the framework on a connection and takes the requests of shortcuts out, one after
/// the other and in turn with those of the framework: answers leave in the order of the questions.
final class ShortcutHandler extends ChannelDuplexHandler {
  private static final int MOST_QUEUED = 64;
  private static final int MOST_PASSED = 64;

  private final List<Shortcut> shortcuts;
  private final RequestIds ids;
  private final SecurityHeaders security;
  private final AccessLog log;
  private final Queue<Object> queue = new ArrayDeque<>();
  private @Nullable ShortcutRequest current;
  private boolean passing;
  private int passed;
  private boolean answering;
  private boolean goingOn;

  ShortcutHandler(
      List<Shortcut> shortcuts, RequestIds ids, SecurityHeaders security, AccessLog log) {
    this.shortcuts = shortcuts;
    this.ids = ids;
    this.security = security;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (queue.isEmpty() && mayTake(context, message)) {
      take(context, message);
    } else {
      queue.add(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    // also while an answer is made, so that it is noticed when the peer leaves
    if (current != null) {
      read(context);
    }
  }

  /// Who stands behind asks for more again and again, whatever waits here.
  @Override
  public void read(ChannelHandlerContext context) {
    if (queue.size() < MOST_QUEUED) {
      context.read();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    if (context.channel().isWritable() && !queue.isEmpty()) {
      goOn(context);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response
        && response.status().code() >= HttpResponseStatus.OK.code()) {
      answering = true;
    }
    boolean last = answering && message instanceof LastHttpContent;
    var _ = context.write(message, promise);
    if (last) {
      answering = false;
      passed--;
      goOn(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (current != null) {
      current.lose();
    }
    queue.forEach(ReferenceCountUtil::release);
    queue.clear();
    context.fireChannelInactive();
  }

  /// Whether it is this message's turn. No request is begun while answers pile up.
  private boolean mayTake(ChannelHandlerContext context, Object message) {
    if (!(message instanceof HttpRequest request)) {
      // a piece of what was begun; while it is passed on, that is up to the framework
      return current == null || !current.isWhole();
    }
    return current == null
        && context.channel().isWritable()
        && (passed == 0 || (passed < MOST_PASSED && shortcut(request).isEmpty()));
  }

  private void take(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      Optional<Shortcut> shortcut = shortcut(request);
      passing = shortcut.isEmpty();
      if (passing) {
        passed++;
      } else {
        open(context, request, shortcut.get());
      }
    }
    if (passing) {
      context.fireChannelRead(message);
    } else if (message instanceof HttpContent content && current != null) {
      boolean last = content instanceof LastHttpContent;
      takeBody(context, current, content.content(), last);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  private void takeBody(
      ChannelHandlerContext context, ShortcutRequest request, ByteBuf piece, boolean last) {
    request.takes(piece, last);
    if (last) {
      settle(context);
    }
  }

  private void open(ChannelHandlerContext context, HttpRequest request, Shortcut shortcut) {
    String id = RequestId.settle(request.headers().get(RequestId.HEADER), ids);
    var opened = new ShortcutRequest(context, request, id, security, log, () -> settle(context));
    current = opened;
    opened.opens(shortcut);
    // nobody is asked for a body that is refused already
    if (HttpUtil.is100ContinueExpected(request) && !opened.isAnswered()) {
      opened.isAwaited();
      var _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  /// Goes on with the next once this one is answered and its body is out of the way.
  private void settle(ChannelHandlerContext context) {
    ShortcutRequest settled = current;
    if (settled != null && settled.isAnswered() && settled.isWhole()) {
      log.direct(settled.id(), settled.method(), settled.status());
      current = null;
      goOn(context);
    }
  }

  private void goOn(ChannelHandlerContext context) {
    if (goingOn) {
      // further up somebody does already, or many in a row would each go a step deeper
      return;
    }
    goingOn = true;
    try {
      while (!queue.isEmpty() && mayTake(context, queue.element())) {
        take(context, queue.remove());
      }
    } finally {
      goingOn = false;
    }
    read(context);
  }

  private Optional<Shortcut> shortcut(HttpRequest request) {
    String path = ShortcutRequest.pathOf(request);
    for (Shortcut shortcut : shortcuts) {
      if (shortcut.takes(path)) {
        return Optional.of(shortcut);
      }
    }
    return Optional.empty();
  }
}
