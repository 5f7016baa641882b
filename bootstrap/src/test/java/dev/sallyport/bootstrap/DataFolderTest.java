package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.bootstrap.settings.BadSettings;
import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The data folder")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DataFolderTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final CountingRandomness randomness = new CountingRandomness();
  @TempDir Path parent;
  private Path data;

  @BeforeEach
  void name() {
    data = parent.resolve("deep/data");
  }

  @Test
  void is_made_for_its_owner_alone_with_all_that_is_in_it() throws Exception {
    folder(Map.of()).prepare();
    folder(Map.of()).serverKey(randomness);

    assertThat(permissions(data)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void keeps_the_key_it_made() {
    folder(Map.of()).prepare();
    Secret first = folder(Map.of()).serverKey(randomness);

    assertThat(folder(Map.of()).serverKey(randomness)).isEqualTo(first);
  }

  @Test
  void holds_no_key_and_is_not_even_made_when_all_is_given() {
    DataFolder folder =
        folder(
            Map.of(Setting.SERVER_KEY, KEY, Setting.DATABASE_URL, "jdbc:postgresql://localhost/x"));
    folder.prepare();

    assertThat(folder.serverKey(randomness)).isEqualTo(Secret.of(KEY));
    assertThat(data).doesNotExist();
  }

  @Test
  void refuses_a_key_that_others_can_read() throws Exception {
    folder(Map.of()).prepare();
    folder(Map.of()).serverKey(randomness);
    Files.setPosixFilePermissions(
        data.resolve("server.key"), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> folder(Map.of()).serverKey(randomness))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("other users can read the key file")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void refuses_a_key_that_is_none_without_repeating_it() throws Exception {
    folder(Map.of()).prepare();
    folder(Map.of()).serverKey(randomness);
    Files.writeString(data.resolve("server.key"), "canary");

    assertThatThrownBy(() -> folder(Map.of()).serverKey(randomness))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("does not hold a key")
        .hasMessageNotContaining("canary");
  }

  @Test
  void leaves_a_folder_that_was_there_as_open_as_it_was() throws Exception {
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder(Map.of()).prepare();

    assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
  }

  private DataFolder folder(Map<Setting, String> more) {
    var all = new HashMap<Setting, String>(more);
    all.put(Setting.DATA, data.toString());
    Settings settings = SettingsReader.read(new Given(all, Map.of(), Optional.empty()));
    return new DataFolder(settings);
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
