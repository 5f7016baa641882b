package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A client that listens")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ListenTest {
  private static final Pattern METHOD = Pattern.compile("\"method\":\"notifications/([a-z_/]+)\"");

  @TempDir static Path data;
  private static House house;
  private static String key;

  @BeforeAll
  static void open() {
    house = House.in(data);
    key = house.key();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void hears_once_of_each_list_that_became_another_and_of_no_other() throws Exception {
    List<String> heard = new ArrayList<>();
    try (Client client = new Client(house.port());
        var socket = new Socket(InetAddress.getLoopbackAddress(), house.port());
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write(listening().bytes(key));
      heard.add(next(lines));
      client.ask(Post.tool("1", "test_trigger_prompt_change", ""), key);
      heard.add(next(lines));
      client.ask(Post.tool("2", "test_trigger_tool_change", ""), key);
      heard.add(next(lines));
      client.ask(Post.tool("3", "test_trigger_prompt_change", ""), key);
      heard.add(next(lines));
    }

    assertThat(heard)
        .containsExactly(
            "subscriptions/acknowledged",
            "prompts/list_changed",
            "tools/list_changed",
            "prompts/list_changed");
  }

  private static Post listening() {
    return Post.modern(
        "7",
        "subscriptions/listen",
        "\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":true,"
            + "\"resourcesListChanged\":true}");
  }

  private static String next(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher method = METHOD.matcher(line);
      if (method.find()) {
        return method.group(1);
      }
    }
    throw new AssertionError("the stream ended");
  }
}
