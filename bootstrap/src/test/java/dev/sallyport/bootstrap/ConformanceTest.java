package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The packaged door")
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(Npm.class)
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class ConformanceTest {
  @TempDir static Path folder;
  private static OpenDoor door;

  @BeforeAll
  static void open() throws Exception {
    door = ConformanceHouse.in(folder);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void is_asked_through_a_proxy_that_adds_only_a_token() throws Exception {
    Rig.End end = Rig.check();

    assertThat(end.exitCode()).as(end.output()).isZero();
  }

  @Test
  void passes_the_official_suites() throws Exception {
    Rig.End end = Rig.suites(door);

    assertThat(end.exitCode()).as(end.output()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sdk-v1",
        "sdk-v2-legacy",
        "sdk-v2-auto",
        "sdk-v2-modern",
        "inspector-legacy",
        "inspector-modern"
      })
  void serves_the_client(String client) throws Exception {
    Rig.End end = Rig.client(client, door);

    assertThat(end.exitCode()).as(end.output()).isZero();
  }
}
