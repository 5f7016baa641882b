package dev.sallyport.adapters.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.http.Shortcut.Visit;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A stream past the router")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShortcutRequestTest {
  private static final int MUCH = 33 * 1_048_576;

  /// As many characters as an answer may have, of three bytes each. Of plain letters, told as text
  /// and by fields.
  private static final int LONGEST_ANSWER = 2 * 8_388_608;

  private static final byte[] SIGN = new byte[7];
  private static final EdgeSettings SETTINGS =
      new EdgeSettings(1, 1_000, 1_000, 1_000, Duration.ofSeconds(1), Duration.ofSeconds(1), false);

  private final Peer peer = new Peer();
  private final Streaming streaming = new Streaming();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          peer,
          new ShortcutHandler(
              List.of(streaming),
              () -> "12345678",
              new SecurityHeaders(SETTINGS),
              new AccessLog(InstantSource.system())));

  @BeforeEach
  void comes() {
    channel.freezeTime();
    channel.writeInbound(
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/stream"));
  }

  @AfterEach
  void ends() {
    channel.finishAndReleaseAll();
  }

  @Test
  void carries_a_piece_of_any_size_while_little_waits() {
    begins();
    says(1);
    says(MUCH);

    assertThat(peer.heard).containsExactly(1, MUCH);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void carries_two_of_the_longest_answers_one_right_after_the_other() {
    begins();
    says(LONGEST_ANSWER);
    says(LONGEST_ANSWER);

    assertThat(peer.heard).containsExactly(LONGEST_ANSWER, LONGEST_ANSWER);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void is_cut_when_more_is_said_while_much_waits() {
    begins();
    says(MUCH);
    says(1);

    assertThat(peer.heard).containsExactly(MUCH);
    assertThat(channel.isOpen()).isFalse();
    assertThat(streaming.direct().gone()).isTrue();
  }

  @Test
  void goes_on_once_that_was_taken() {
    begins();
    says(MUCH);
    peer.takes();
    says(MUCH);

    assertThat(peer.heard).containsExactly(MUCH, MUCH);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void counts_nothing_that_came_before_it_began() {
    says(MUCH);
    says(MUCH);
    begins();
    says(1);

    assertThat(peer.heard).containsExactly(1);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void shows_now_and_then_that_somebody_is_there() {
    begins();
    passes(ShortcutRequest.SIGN_SECONDS - 1);
    assertThat(peer.heard).isEmpty();
    passes(1);
    peer.takes();
    passes(ShortcutRequest.SIGN_SECONDS);

    assertThat(peer.heard).containsExactly(SIGN.length, SIGN.length);
  }

  @Test
  void shows_no_more_while_something_waits() {
    begins();
    says(MUCH);
    passes(ShortcutRequest.SIGN_SECONDS);

    assertThat(peer.heard).containsExactly(MUCH);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void shows_nothing_to_whoever_was_gone_before_it_began() {
    var _ = channel.close();
    begins();
    passes(ShortcutRequest.SIGN_SECONDS);

    assertThat(peer.heard).isEmpty();
  }

  @Test
  void shows_nothing_after_its_end() {
    begins();
    streaming.direct().end();
    passes(ShortcutRequest.SIGN_SECONDS);

    assertThat(peer.heard).containsExactly(0);
  }

  private void begins() {
    streaming.direct().begin(new Answer(200, List.of(), List.of()), SIGN);
  }

  private void says(int bytes) {
    streaming.direct().write(new byte[bytes]);
  }

  private void passes(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
  }

  /// Hears everything, and takes nothing of it before it is told to.
  private static final class Peer extends ChannelOutboundHandlerAdapter {
    private final List<Integer> heard = new ArrayList<>();
    private final Queue<ChannelPromise> waiting = new ArrayDeque<>();

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof HttpContent content) {
        heard.add(content.content().readableBytes());
      }
      ReferenceCountUtil.release(message);
      waiting.add(promise);
    }

    void takes() {
      waiting.forEach(ChannelPromise::setSuccess);
      waiting.clear();
    }
  }

  /// Leaves what it is asked to others.
  private static final class Streaming implements Shortcut {
    private @Nullable Direct latest;

    @Override
    public boolean takes(String path) {
      return true;
    }

    @Override
    public Visit arrives(Direct direct) {
      latest = direct;
      return _ -> {};
    }

    Direct direct() {
      if (latest == null) {
        throw new AssertionError("nothing came");
      }
      return latest;
    }
  }
}
