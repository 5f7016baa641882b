package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of two instances of one PostgreSQL,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SeveralInstancesTest {
  @TempDir Path data;

  private House one;
  private House other;
  private Assistant assistant;

  @BeforeEach
  void open() {
    String database = Postgres.freshDatabase();
    one = on(database);
    other = on(database);
    assistant = Assistant.in(data, "ada");
  }

  @AfterEach
  void close() {
    other.close();
    one.close();
  }

  @Test
  void one_takes_a_message_for_a_stream_of_the_other() throws Exception {
    try (StreamClient client = StreamClient.at(one.port(), assistant.key())) {
      int taken =
          client.say(
              other.origin(), client.address(), assistant.key(), Said.call(1, "test_simple_text"));

      assertThat(taken).isEqualTo(202);
      assertThat(client.hear().path("id").intValue()).isEqualTo(1);
    }
  }

  @Test
  void one_takes_the_reply_to_a_question_of_the_other() throws Exception {
    try (SocketClient client = SocketClient.at(one, assistant.key());
        StreamClient replying = StreamClient.at(other.port(), assistant.key())) {
      client.say(Said.initialize(1, "2025-11-25")).hear();
      JsonNode question = client.say(Said.elicit(2)).hear();
      String reply = Said.accepting(question.path("id").textValue());

      assertThat(replying.say(other.origin(), "/mcp", assistant.key(), reply)).isEqualTo(202);
      assertThat(client.hear().at("/result/content/0/text").textValue()).contains("Ada");
    }
  }

  private House on(String database) {
    return House.in(
        data,
        Map.of(
            Setting.DATABASE_URL,
            database,
            Setting.DATABASE_USERNAME,
            Postgres.user(),
            Setting.DOOR_WEBSOCKET,
            "true",
            Setting.DOOR_HTTP_SSE,
            "true"));
  }
}
