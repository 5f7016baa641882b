package dev.sallyport.adapters.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A connection whose answer began before the stop and ended after it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DrainTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final EdgeSettings SETTINGS =
      new EdgeSettings(1, 1_000, 1_000, 1_000, PATIENCE, PATIENCE, false);

  private final Refusals refusals = NoShortcuts.refusals(SETTINGS);
  private final Drain drain = new Drain(new Connections(SETTINGS));
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new RequestGuard(new HeaderDeadline(PATIENCE, refusals), SETTINGS, refusals, drain));

  @BeforeEach
  void stops_in_the_middle_of_an_answer() {
    channel.freezeTime();
    asks();
    channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    drain.run(Duration.ZERO);
    channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
    channel.releaseOutbound();
  }

  @AfterEach
  void ends() {
    channel.finishAndReleaseAll();
  }

  @Test
  void still_answers_who_could_not_know() {
    asks();
    channel.runPendingTasks();

    assertThat(channel.<FullHttpResponse>readOutbound().status())
        .isEqualTo(HttpResponseStatus.SERVICE_UNAVAILABLE);
  }

  @Test
  void ends_soon_when_nothing_is_asked() {
    assertThat(channel.isOpen()).isTrue();
    channel.advanceTimeBy(1, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();

    assertThat(channel.isOpen()).isFalse();
  }

  private void asks() {
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/somewhere");
    request.headers().set("Host", "x");
    channel.writeInbound(request);
    channel.releaseInbound();
  }
}
