package dev.sallyport.adapters.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes refusals down as HTTP, and notes them under the same request id.
@Singleton
final class Refusals {
  private final SecurityHeaders headers;
  private final RequestIds ids;
  private final AccessLog log;

  Refusals(SecurityHeaders headers, RequestIds ids, AccessLog log) {
    this.headers = headers;
    this.ids = ids;
    this.log = log;
  }

  FullHttpResponse answer(Refusal refusal, @Nullable String proposedId) {
    String id = RequestId.settle(proposedId, ids);
    log.refused(id, refusal);
    ByteBuf body = Unpooled.copiedBuffer(refusal.body(id), StandardCharsets.UTF_8);
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status(), body);
    headers.forEach(answer.headers()::set);
    answer
        .headers()
        .set(RequestId.HEADER, id)
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (refusal.worthRetrying()) {
      answer.headers().setInt(HttpHeaderNames.RETRY_AFTER, 1);
    }
    return answer;
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
