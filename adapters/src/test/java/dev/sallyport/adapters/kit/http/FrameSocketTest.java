package dev.sallyport.adapters.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A socket")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameSocketTest {
  private static final int MOST = 16;
  private static final int MUCH = 33 * 1_048_576;

  /// As many characters as an answer may have, of three bytes each. Of plain letters, told as text
  /// and by fields.
  private static final int LONGEST_ANSWER = 2 * 8_388_608;

  private final List<String> told = new ArrayList<>();
  private final FrameSocket socket = new FrameSocket(new Notes(), MOST);
  private final EmbeddedChannel channel = new EmbeddedChannel(socket);
  private SocketListener.Appetite appetite = SocketListener.Appetite.MORE;

  @BeforeEach
  void opens() {
    channel.freezeTime();
    socket.open();
  }

  @AfterEach
  void ends() {
    channel.finishAndReleaseAll();
  }

  @Test
  void puts_the_parts_of_a_message_together() {
    channel.writeInbound(new TextWebSocketFrame(false, 0, "one "));
    channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "message"));
    channel.writeInbound(new TextWebSocketFrame("another"));

    assertThat(told).containsExactly("opened", "one message", "another");
  }

  @Test
  void ends_when_the_parts_are_too_much_together() {
    channel.writeInbound(new TextWebSocketFrame(false, 0, "x".repeat(MOST)));
    channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "x"));

    assertThat(closeCode()).isEqualTo(Socket.TOO_BIG);
    assertThat(told).containsExactly("opened", "closed");
  }

  @Test
  void answers_a_ping_with_the_same() {
    channel.writeInbound(
        new PingWebSocketFrame(Unpooled.copiedBuffer("?", StandardCharsets.UTF_8)));
    PongWebSocketFrame pong = channel.readOutbound();

    assertThat(pong.content().toString(StandardCharsets.UTF_8)).isEqualTo("?");
    pong.release();
  }

  @Test
  void asks_every_half_minute_whether_its_peer_is_there() {
    passes(FrameSocket.PING_SECONDS - 1);
    assertThat(said()).isNull();
    passes(1);
    assertThat(said()).isInstanceOf(PingWebSocketFrame.class);
    channel.writeInbound(new PongWebSocketFrame());
    passes(FrameSocket.PING_SECONDS);

    assertThat(said()).isInstanceOf(PingWebSocketFrame.class);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void is_cut_when_its_peer_has_not_answered_by_the_next_time() {
    passes(FrameSocket.PING_SECONDS);
    passes(FrameSocket.PING_SECONDS);

    assertThat(channel.isOpen()).isFalse();
    assertThat(told).containsExactly("opened", "closed");
  }

  @Test
  void does_not_take_a_peer_for_dead_that_it_does_not_listen_to() {
    appetite = SocketListener.Appetite.PAUSE;
    channel.writeInbound(new TextWebSocketFrame("enough"));
    passes(FrameSocket.PING_SECONDS);
    passes(FrameSocket.PING_SECONDS);
    passes(FrameSocket.PING_SECONDS);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void does_not_take_a_peer_for_dead_that_still_reads_what_came_before_the_question() {
    channel.pipeline().addFirst(new TakesNothing());
    socket.send(new byte[MUCH]);
    passes(FrameSocket.PING_SECONDS);
    passes(FrameSocket.PING_SECONDS);
    passes(FrameSocket.PING_SECONDS);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void carries_a_message_of_any_size_while_little_waits_and_is_cut_when_much_does() {
    channel.pipeline().addFirst(new TakesNothing());
    socket.send(new byte[MUCH]);
    assertThat(channel.isOpen()).isTrue();
    socket.send(new byte[1]);

    assertThat(channel.isOpen()).isFalse();
    assertThat(told).containsExactly("opened", "closed");
  }

  @Test
  void carries_two_of_the_longest_answers_one_right_after_the_other() {
    channel.pipeline().addFirst(new TakesNothing());
    socket.send(new byte[LONGEST_ANSWER]);
    socket.send(new byte[LONGEST_ANSWER]);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void says_goodbye_once_and_nothing_after_it() {
    socket.close(Socket.POLICY, "no more");
    socket.close(Socket.GOING_AWAY, "nor this");
    socket.send("nor that".getBytes(StandardCharsets.UTF_8));

    assertThat(closeCode()).isEqualTo(Socket.POLICY);
    assertThat(said()).isNull();
    assertThat(told).containsExactly("opened", "closed");
  }

  @Test
  void answers_a_goodbye() {
    channel.writeInbound(new CloseWebSocketFrame(4_321, "bye"));

    assertThat(closeCode()).isEqualTo(4_321);
    assertThat(told).containsExactly("opened", "closed");
  }

  @Test
  void tells_once_when_its_peer_is_gone() {
    var _ = channel.close();
    channel.runPendingTasks();

    assertThat(told).containsExactly("opened", "closed");
  }

  private @Nullable Object said() {
    return channel.readOutbound();
  }

  private void passes(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
  }

  private int closeCode() {
    CloseWebSocketFrame close = channel.readOutbound();
    try {
      return close.statusCode();
    } finally {
      close.release();
    }
  }

  private static final class TakesNothing extends ChannelOutboundHandlerAdapter {
    @Override
    public void flush(ChannelHandlerContext context) {
      // all of it waits
    }
  }

  private final class Notes implements SocketListener {
    @Override
    public void opened(Socket opened) {
      told.add("opened");
    }

    @Override
    public Appetite hear(byte[] text) {
      told.add(new String(text, StandardCharsets.UTF_8));
      return appetite;
    }

    @Override
    public void stopping() {
      told.add("stopping");
    }

    @Override
    public void closed() {
      told.add("closed");
    }
  }
}
