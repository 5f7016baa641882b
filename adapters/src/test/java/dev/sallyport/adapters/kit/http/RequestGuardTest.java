package dev.sallyport.adapters.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The time for a body")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestGuardTest {
  private static final int PATIENCE = 10;
  private static final int LONG = 1_000;
  private static final EdgeSettings SETTINGS =
      new EdgeSettings(
          1,
          1_000,
          1_000,
          1_000,
          Duration.ofSeconds(PATIENCE),
          Duration.ofSeconds(PATIENCE),
          false);

  private final Refusals refusals = NoShortcuts.refusals(SETTINGS);
  private final HeaderDeadline headers = new HeaderDeadline(Duration.ofSeconds(PATIENCE), refusals);
  private final EmbeddedChannel connection = new EmbeddedChannel();
  private EmbeddedChannel channel = new EmbeddedChannel(guard());

  @BeforeEach
  void begins() {
    channel.freezeTime();
    channel.config().setAutoRead(false);
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/somewhere");
    request.headers().set("Host", "x");
    channel.writeInbound(request);
  }

  @AfterEach
  void ends() {
    channel.finishAndReleaseAll();
    connection.finishAndReleaseAll();
  }

  @Test
  void leaves_nothing_under_way_once_its_peer_let_go_of_it() {
    assertThat(headers.isServing()).isTrue();
    var _ = channel.close();

    assertThat(headers.isServing()).isFalse();
  }

  @Test
  void is_over_for_whoever_is_heard_and_sends_slowly() {
    channel.read();
    passes(PATIENCE - 1);
    sends("slow");
    channel.read();
    assertThat(channel.outboundMessages()).isEmpty();
    passes(1);

    assertTimedOut();
  }

  @Test
  void stands_still_while_nobody_asks_for_more() {
    passes(LONG);
    channel.read();
    passes(PATIENCE - 1);
    sends("late");
    passes(LONG);
    assertThat(channel.outboundMessages()).isEmpty();
    channel.read();
    passes(1);

    assertTimedOut();
  }

  @Test
  void stands_still_while_answers_wait_for_their_reader() {
    channel.read();
    passes(PATIENCE - 1);
    waits(channel, true);
    passes(LONG);
    channel.read();
    passes(LONG);
    assertThat(channel.outboundMessages()).isEmpty();
    waits(channel, false);
    passes(1);

    assertTimedOut();
  }

  /// A stream asks once, and hears nothing of what becomes of its connection.
  @Test
  void goes_on_for_a_stream_once_its_connection_is_heard_again() {
    channel.finishAndReleaseAll();
    channel = new Stream(connection, guard());
    begins();
    waits(connection, true);
    channel.read();
    passes(LONG);
    assertThat(channel.outboundMessages()).isEmpty();
    waits(connection, false);
    passes(PATIENCE);

    assertTimedOut();
  }

  @Test
  void counts_no_more_once_the_body_is_there() {
    channel.read();
    channel.writeInbound(new DefaultLastHttpContent());
    channel.read();
    passes(LONG);

    assertThat(channel.outboundMessages()).isEmpty();
  }

  private void sends(String text) {
    channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(text.getBytes(UTF_8))));
  }

  private RequestGuard guard() {
    return new RequestGuard(headers, SETTINGS, refusals, new Drain(new Connections(SETTINGS)));
  }

  private static void waits(EmbeddedChannel channel, boolean unread) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !unread);
    channel.runPendingTasks();
  }

  private void passes(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }

  private void assertTimedOut() {
    FullHttpResponse answer = channel.readOutbound();
    assertThat(answer.status().code()).isEqualTo(408);
    answer.release();
  }

  private static final class Stream extends EmbeddedChannel implements Http2StreamChannel {
    Stream(Channel connection, ChannelHandler handler) {
      super(connection, DefaultChannelId.newInstance(), true, false, handler);
    }

    @Override
    public Http2FrameStream stream() {
      throw new UnsupportedOperationException("nobody asks for its number");
    }
  }
}
