package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
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

  @TempDir Path parent;
  private Path data;

  @BeforeEach
  void name() {
    data = parent.resolve("deep/data");
  }

  @Test
  void is_made_for_its_owner_alone_with_all_that_is_in_it() throws Exception {
    folder(Map.of()).prepare();

    assertThat(permissions(data)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files)
          .singleElement()
          .satisfies(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void is_not_even_made_when_all_is_given() {
    folder(Map.of(Setting.SERVER_KEY, KEY, Setting.DATABASE_URL, "jdbc:postgresql://localhost/x"))
        .prepare();

    assertThat(data).doesNotExist();
  }

  @Test
  void is_made_for_the_key_ring_alone_when_the_database_is_elsewhere() {
    folder(Map.of(Setting.DATABASE_URL, "jdbc:postgresql://localhost/x")).prepare();

    assertThat(data).isEmptyDirectory();
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
