package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.in.ListKeys;
import dev.sallyport.domain.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("API keys, in processes of their own,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class KeysWithoutServerTest {
  private static final Pattern KEY = Pattern.compile("(?m)^sp_[0-9A-Za-z]{49}$");
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  @TempDir Path folder;

  @Test
  void are_made_listed_and_revoked_beside_a_server_and_kept_nowhere() throws Exception {
    String key;
    try (HouseProcess server = HouseProcess.serve(folder, Map.of())) {
      String made = told(0, create());
      key = found(KEY, made);
      String id = found(ID, made);
      assertThat(told(0, keys("list"))).contains(id, "live", "laptop").doesNotContain(key);
      assertThat(told(0, keys("revoke", id))).contains("Revoked the key `laptop`");
      assertThat(told(0, keys("list"))).contains(id, "revoked");
      server.terminate();
      assertThat(server.exitCode()).isZero();
      assertThat(server.output())
          .contains("Carrying out `sallyport keys create`")
          .doesNotContain(key, "ada@example.org");
    }

    assertThat(folder.resolve("data/control.sock")).doesNotExist();
    assertThat(files()).isNotEmpty().noneMatch(file -> holds(file, key));
    assertThat(files()).anyMatch(file -> holds(file, "ada@example.org"));
  }

  @Test
  void are_made_on_the_data_of_a_server_that_does_not_run_and_outlive_a_rotation()
      throws Exception {
    StoppedHouse house = StoppedHouse.in(folder.resolve("data"));
    house.prepare();
    String made = told(0, create());
    told(0, HouseProcess.run(folder, Map.of(), "ring", "rotate"));
    List<ListKeys.Listed> listed = new ArrayList<>();
    List<Proof> proofs = new ArrayList<>();
    house.with(it -> {
      it.getBean(ListKeys.class).list(listed::add);
      proofs.add(proven(it.getBean(Authenticate.class), Secret.of(found(KEY, made))));
    });

    assertThat(listed).extracting(it -> it.key().id().value()).containsExactly(found(ID, made));
    assertThat(proofs).singleElement().isInstanceOf(Proof.Proven.class);
  }

  @Test
  void are_not_kept_from_anybody_by_the_socket_of_a_server_that_was_killed() throws Exception {
    try (HouseProcess server = HouseProcess.serve(folder, Map.of())) {
      server.kill();
    }
    assertThat(folder.resolve("data/control.sock")).exists();
    String made = told(0, create());

    try (HouseProcess server = HouseProcess.serve(folder, Map.of())) {
      assertThat(told(0, keys("list"))).contains(found(ID, made));
      assertThat(server.output()).contains("Carrying out `sallyport keys list`");
    }
  }

  @Test
  void have_to_wait_for_a_server_whose_folder_no_socket_fits_into() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(110)));
    try (HouseProcess server = HouseProcess.serve(deep, Map.of())) {
      assertThat(server.output()).contains("is too long a path");
      assertThat(told(69, HouseProcess.run(deep, Map.of(), "keys", "list")))
          .contains("if a server runs on it, stop that first", "is too long a path for a socket");
    }
  }

  private HouseProcess create() {
    return keys(
        "create", "--person", "ada@example.org", "--name", "laptop", "--scope", "fixture:read");
  }

  private HouseProcess keys(String... words) {
    return HouseProcess.run(
        folder,
        Map.of(),
        Stream.concat(Stream.of("keys"), Stream.of(words)).toArray(String[]::new));
  }

  private static String told(int code, HouseProcess process) throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
      assertThat(process.output()).doesNotContain("\tat ");
      return process.output();
    }
  }

  private static String found(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A house that has just been opened has to hear of changes before it believes anything.
  private static Proof proven(Authenticate authenticate, Secret key) {
    for (int tries = 0; tries < 1_000; tries++) {
      try {
        return authenticate.prove(key);
      } catch (Unavailable _) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    return authenticate.prove(key);
  }
}
