package dev.sallyport.adapters.kit.http;

import io.micronaut.context.BeanProvider;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes refusals down as HTTP, in the words of the shortcut they are for where it has some, and
/// notes them under the same request id.
@Singleton
final class Refusals {
  private final SecurityHeaders headers;
  private final RequestIds ids;
  private final AccessLog log;
  private final BeanProvider<Shortcut> shortcuts;

  Refusals(
      SecurityHeaders headers, RequestIds ids, AccessLog log, BeanProvider<Shortcut> shortcuts) {
    this.headers = headers;
    this.ids = ids;
    this.log = log;
    this.shortcuts = shortcuts;
  }

  /// @param request what is refused, if as much as its head was understood
  FullHttpResponse answer(Refusal refusal, @Nullable HttpRequest request) {
    String id =
        RequestId.settle(request == null ? null : request.headers().get(RequestId.HEADER), ids);
    log.refused(id, refusal);
    Shortcut.Answer said =
        Optional.ofNullable(request)
            .filter(it -> it.decoderResult().isSuccess())
            .flatMap(it -> asItsShortcut(refusal, it))
            .orElseGet(() -> plain(refusal, id));
    ByteBuf body =
        Unpooled.wrappedBuffer(
            said.body().stream().map(Shortcut.Piece::bytes).toArray(byte[][]::new));
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status(), body);
    headers.forEach(answer.headers()::set);
    for (int at = 0; at < said.headers().size(); at += 2) {
      answer.headers().set(said.headers().get(at), said.headers().get(at + 1));
    }
    answer
        .headers()
        .set(RequestId.HEADER, id)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (refusal.worthRetrying()) {
      answer.headers().setInt(HttpHeaderNames.RETRY_AFTER, 1);
    }
    return answer;
  }

  private Optional<Shortcut.Answer> asItsShortcut(Refusal refusal, HttpRequest request) {
    String path = ShortcutRequest.pathOf(request);
    return shortcuts.stream()
        .filter(it -> it.takes(path))
        .findFirst()
        .flatMap(it ->
            it.turnsAway(request.headers()::getAll, refusal.status().code(), refusal.message()));
  }

  private static Shortcut.Answer plain(Refusal refusal, String id) {
    return new Shortcut.Answer(
        refusal.status().code(),
        List.of("Content-Type", "application/json"),
        List.of(Shortcut.Piece.of(refusal.body(id).getBytes(StandardCharsets.UTF_8))));
  }

  /// The same as bytes, for a connection on which no request was understood yet.
  ByteBuf bytes(Refusal refusal) {
    var writer = new EmbeddedChannel(new HttpResponseEncoder());
    writer.writeOutbound(answer(refusal, null));
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = writer.readOutbound(); part != null; part = writer.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    writer.finishAndReleaseAll();
    return all;
  }
}
