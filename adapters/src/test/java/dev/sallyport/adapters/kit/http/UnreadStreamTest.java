package dev.sallyport.adapters.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of HTTP/2 with an answer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadStreamTest {
  private static final int PATIENCE = 10;
  private static final int PIECE = 16_384;

  private final Window window = new Window();
  private final EmbeddedChannel stream =
      new EmbeddedChannel(
          window,
          new UnreadStream(Duration.ofSeconds(PATIENCE), new AccessLog(InstantSource.system())));

  @BeforeEach
  void begins() {
    stream.freezeTime();
  }

  @AfterEach
  void ends() {
    stream.finishAndReleaseAll();
  }

  @Test
  void is_reset_when_nothing_of_it_is_taken() {
    var _ = stream.writeOneOutbound(answer(1));
    stream.flushOutbound();
    passes(PATIENCE - 1);
    assertThat(window.pieces).doesNotContain("RST_STREAM");
    passes(1);

    assertThat(window.pieces).endsWith("RST_STREAM");
  }

  @Test
  void lasts_as_long_as_some_of_it_is_taken_now_and_then() {
    var _ = stream.writeOneOutbound(answer(2 * PIECE + 1));
    stream.flushOutbound();
    passes(PATIENCE - 1);
    window.takes();
    passes(PATIENCE);
    window.takes();
    passes(PATIENCE);
    assertThat(window.pieces).doesNotContain("RST_STREAM");
    passes(PATIENCE);

    assertThat(window.pieces).endsWith("RST_STREAM");
  }

  @Test
  void stays_once_all_of_it_is_taken() {
    var written = stream.writeOneOutbound(answer(PIECE + 1));
    stream.flushOutbound();
    window.takes();
    assertThat(written.isDone()).isFalse();
    window.takes();
    passes(10 * PATIENCE);

    assertThat(written.isSuccess()).isTrue();
    assertThat(window.pieces).doesNotContain("RST_STREAM");
  }

  @Test
  void is_sent_in_pieces_the_last_of_which_says_so() {
    var _ = stream.writeOneOutbound(answer(2 * PIECE));
    var _ = stream.writeOneOutbound(answer(0));

    assertThat(window.pieces).isEqualTo(List.of(PIECE + " false", PIECE + " true", "0 true"));
  }

  private static Http2DataFrame answer(int bytes) {
    return new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[bytes]), true);
  }

  private void passes(int seconds) {
    stream.advanceTimeBy(seconds, TimeUnit.SECONDS);
    stream.runScheduledPendingTasks();
  }

  /// Of a peer that takes a piece when it is told to.
  private static final class Window extends ChannelOutboundHandlerAdapter {
    private final List<String> pieces = new ArrayList<>();
    private final Queue<ChannelPromise> waiting = new ArrayDeque<>();

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      pieces.add(
          message instanceof Http2DataFrame piece
              ? piece.content().readableBytes() + " " + piece.isEndStream()
              : ((Http2ResetFrame) message).name());
      ReferenceCountUtil.release(message);
      waiting.add(promise);
    }

    void takes() {
      waiting.remove().setSuccess();
    }
  }
}
