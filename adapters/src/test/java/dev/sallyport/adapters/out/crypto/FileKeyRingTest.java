package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.InMemoryKeyChecks;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.application.port.out.KeyRing.Addition;
import dev.sallyport.application.port.out.KeyRing.State;
import dev.sallyport.application.port.out.KeyRingContract;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a file,")
class FileKeyRingTest extends KeyRingContract {
  private static final Set<KeyUse> EACH = EnumSet.allOf(KeyUse.class);

  private final InMemoryKeyChecks checks = new InMemoryKeyChecks();
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("keyring");
  }

  @Override
  protected KeyRing keyRing() {
    return Rings.file(folder);
  }

  @Test
  void a_ring_is_made_at_the_first_start_and_found_at_the_next() throws Exception {
    List<RingKey> made = stopped(Rings.file(folder));

    assertThat(made).extracting(RingKey::madeAt).containsOnly(Optional.of(Rings.NOON));
    assertThat(stopped(Rings.file(folder))).isEqualTo(made);
  }

  @Test
  void all_files_are_their_owners_alone() throws Exception {
    FileKeyRing ring = Rings.file(folder);
    ring.add(EACH);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(it ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_ring_that_grew_is_found_with_all_its_keys() throws Exception {
    FileKeyRing ring = Rings.file(folder);
    ring.add(EACH);
    List<RingKey> grown = stopped(ring);

    assertThat(grown).hasSize(4);
    assertThat(stopped(Rings.file(folder))).isEqualTo(grown);
  }

  @Test
  void starts_at_the_same_time_find_one_ring() throws Exception {
    var start = new CyclicBarrier(4);
    Callable<List<RingKey>> starter =
        () -> {
          FileKeyRing ring = Rings.file(folder, checks);
          start.await();
          List<RingKey> found = keysOf(ring);
          checks.settle(found);
          return found;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      assertThat(threads.invokeAll(List.of(starter, starter, starter, starter)))
          .extracting(it -> it.get())
          .containsOnly(keysOf(Rings.file(folder, checks)));
    }
  }

  @Test
  void a_ring_that_was_lost_is_not_made_anew() throws Exception {
    List<RingKey> used = stopped(Rings.file(folder, checks));
    checks.settle(used);
    Files.delete(file);

    assertThat(Rings.file(folder, checks).state())
        .isEqualTo(
            new State.Unusable(
                "the database was used with keys that are not here (%s)"
                    .formatted(
                        used.stream().map(it -> it.id().value()).collect(Collectors.joining(", "))),
                "restore `keyring` from a backup, or name the folder that holds it"));
    assertThat(file).doesNotExist();
  }

  @Test
  void a_ring_that_was_lost_is_found_once_it_is_restored() throws Exception {
    List<RingKey> used = stopped(Rings.file(folder, checks));
    checks.settle(used);
    Path kept = Files.move(file, folder.resolve("backup"));
    FileKeyRing ring = Rings.file(folder, checks);
    ring.state();
    Files.move(kept, file);

    assertThat(keysOf(ring)).isEqualTo(used);
  }

  @Test
  void no_ring_is_made_while_nobody_can_say_whether_one_was_lost() {
    FileKeyRing ring = Rings.file(folder, checks);
    checks.goesAway();
    assertThatExceptionOfType(Unavailable.class).isThrownBy(ring::state);
    assertThat(file).doesNotExist();

    checks.comesBack();
    assertThat(ring.state()).isInstanceOf(State.Usable.class);
  }

  @Test
  void a_start_finds_the_ring_that_another_made_and_used_meanwhile() throws Exception {
    KeyChecks asked = _ -> checks.settle(keysOf(Rings.file(folder, checks)));

    assertThat(keysOf(Rings.file(folder, asked))).isEqualTo(keysOf(Rings.file(folder, checks)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
  void a_ring_that_others_can_reach_is_refused(String permissions) throws Exception {
    stopped(Rings.file(folder));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThat(Rings.file(folder).state())
        .isEqualTo(
            new State.Unusable(
                "other users can read the key file `%s`".formatted(file),
                "close it with `chmod 600 %s`".formatted(file)));
  }

  @Test
  void a_ring_with_any_key_line_changed_is_refused_without_repeating_it() throws Exception {
    stopped(Rings.file(folder));
    String text = Files.readString(file);
    String key = text.lines().toList().get(1).split(" ", -1)[3];
    String other = (key.charAt(0) == 'A' ? "B" : "A") + key.substring(1);
    Files.writeString(file, text.replace(key, other));

    assertThat(Rings.file(folder).state())
        .asString()
        .contains("does not hold the keys it should", "restore it from a backup")
        .doesNotContain(other, key);
  }

  @Test
  void a_ring_is_read_whatever_its_first_line_tells_people() throws Exception {
    List<RingKey> made = stopped(Rings.file(folder));
    String text = Files.readString(file);
    Files.writeString(file, text.replace("`ring rotate`", "`keys rotate`"));

    assertThat(Files.readString(file)).isNotEqualTo(text);
    assertThat(stopped(Rings.file(folder))).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "server canary", "server 0000000000000000 - Y2FuYXJ5", "more - - -"})
  void what_is_no_ring_is_refused(String lines) throws Exception {
    stopped(Rings.file(folder));
    String head = Files.readString(file).lines().findFirst().orElseThrow();
    Files.writeString(file, head + "\n" + lines);

    assertThat(Rings.file(folder).state())
        .isInstanceOf(State.Unusable.class)
        .asString()
        .doesNotContain("canary", "Y2FuYXJ5");
  }

  @Test
  void the_key_file_of_older_versions_is_taken_over_and_goes() throws Exception {
    Path old = oldKey("rw-------", Rings.key(7));
    List<RingKey> keys = stopped(Rings.file(folder));

    assertThat(keys.getFirst().id()).isEqualTo(Rings.given(7).ring().currentServer().id());
    assertThat(keys.getFirst().madeAt()).isEmpty();
    assertThat(old).doesNotExist();
    assertThat(stopped(Rings.file(folder))).isEqualTo(keys);
  }

  @Test
  void the_key_file_of_older_versions_is_refused_when_open_or_no_key() throws Exception {
    oldKey("rw-r--r--", Rings.key(7));
    assertThat(Rings.file(folder).state())
        .asString()
        .contains("other users can read", "server.key");

    Files.delete(folder.resolve("server.key"));
    oldKey("rw-------", "canary");
    assertThat(Rings.file(folder).state())
        .asString()
        .contains("does not hold", "server.key")
        .doesNotContain("canary");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_ring_in_a_folder_that_is_none_is_refused() {
    assertThat(Rings.file(folder.resolve("none")).state())
        .asString()
        .contains("cannot be used (NoSuchFile)");
  }

  @Test
  void a_ring_that_was_refused_is_found_once_it_is_mended() throws Exception {
    stopped(Rings.file(folder));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    FileKeyRing ring = Rings.file(folder);
    ring.state();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(ring.state()).isInstanceOf(State.Usable.class);
  }

  @Test
  void a_ring_that_another_house_uses_cannot_be_added_to() throws Exception {
    FileKeyRing used = Rings.file(folder);
    keysOf(used);
    FileKeyRing second = Rings.file(folder);

    assertThat(second.add(EACH)).isEqualTo(new Addition.InUse());
    used.close();
    assertThat(second.add(EACH)).isInstanceOf(Addition.Added.class);
  }

  @Test
  void no_outcome_prints_a_key() throws Exception {
    FileKeyRing ring = Rings.file(folder);
    String told = ring.add(EACH) + " " + ring.state() + " " + ring.ring();
    Set<String> secrets =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.split(" ", -1)[3])
            .collect(Collectors.toSet());

    assertThat(secrets).hasSize(4).noneMatch(told::contains);
    assertThat(secrets)
        .map(it -> Rings.hex(Base64.getDecoder().decode(it)))
        .noneMatch(told::contains);
  }

  private Path oldKey(String permissions, String text) {
    try {
      Path old = Files.writeString(folder.resolve("server.key"), text);
      return Files.setPosixFilePermissions(old, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RingKey> stopped(FileKeyRing ring) throws IOException {
    List<RingKey> keys = keysOf(ring);
    ring.close();
    return keys;
  }
}
