package dev.sallyport.adapters.in.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Asks;
import dev.sallyport.adapters.in.mcp.Headers;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.adapters.in.mcp.Silence;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("The door for older clients, told a person's reply,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LegacyDoorTest {
  private final BlockingQueue<Reply> answers = new LinkedBlockingQueue<>();

  @Test
  void takes_it() throws Exception {
    assertThat(told(AwaitReply.Passing.TAKEN)).isEqualTo(Reply.accepted());
  }

  @Test
  void says_so_where_there_is_no_room_for_it() throws Exception {
    Reply answer = told(AwaitReply.Passing.TOO_MANY);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body().orElseThrow().text()).contains("too much is under way here");
  }

  private Reply told(AwaitReply.Passing passing) throws InterruptedException {
    var replies = new Always(passing);
    ObjectNode reply = Asks.nothing().put("jsonrpc", "2.0").put("id", "name");
    reply.putObject("result");
    new LegacyDoor(
            Silence::door, new LegacyAsking(replies, () -> Instant.EPOCH), replies, Asks.identity())
        .serve(Asks.visitor(), reply, Headers.NONE, new Asks.Plain(answers::add));
    return answers.take();
  }

  private record Always(Passing passing) implements AwaitReply {
    @Override
    public Optional<String> expect(Caller caller, Instant until, Listener listener) {
      return Optional.empty();
    }

    @Override
    public void forget(String name) {}

    @Override
    public Passing reply(Caller caller, String name, String reply) {
      return passing;
    }
  }
}
