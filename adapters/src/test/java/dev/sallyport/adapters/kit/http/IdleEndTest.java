package dev.sallyport.adapters.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A silent connection")
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdleEndTest {
  private static final EdgeSettings SETTINGS =
      new EdgeSettings(1, 1_000, 1_000, 1_000, Duration.ofSeconds(1), Duration.ofSeconds(1), false);

  private final Refusals refusals = NoShortcuts.refusals(SETTINGS);
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new IdleEnd(new HeaderDeadline(Duration.ofSeconds(1), refusals)));

  @Test
  void is_ended() {
    falls();

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void is_not_ended_while_its_peer_still_has_much_to_take() {
    channel.pipeline().addFirst(new TakesNothing());
    var _ = channel.write(Unpooled.wrappedBuffer(new byte[1_000_000]));
    falls();

    assertThat(channel.isOpen()).isTrue();
  }

  private void falls() {
    channel.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
    channel.runPendingTasks();
  }

  private static final class TakesNothing extends ChannelOutboundHandlerAdapter {
    @Override
    public void flush(ChannelHandlerContext context) {
      // all of it waits
    }
  }
}
