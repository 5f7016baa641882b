package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A client whose revision has no such question")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class AskedTest {
  private static final String WORDING =
      "\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who?\"}";

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void open() {
    house = House.in(data);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Post> posts() {
    return Stream.of(
        Post.silent("7", "tools/call", WORDING),
        Post.legacy("2025-03-26", "7", "tools/call", WORDING),
        Post.legacy("2024-11-05", "7", "tools/call", WORDING));
  }

  @ParameterizedTest
  @MethodSource("posts")
  void is_not_asked_it(Post post) {
    try (var client = new Client(house.port())) {
      Heard heard = client.ask(post, house.key());

      assertThat(heard.summary()).isEqualTo("200 isError id 7");
      assertThat(heard.body()).contains("cannot_ask");
    }
  }
}
