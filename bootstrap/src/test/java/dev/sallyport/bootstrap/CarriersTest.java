package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Carriers of virtual threads")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriersTest {
  @TempDir Path data;
  private final @Nullable String before = System.getProperty(Carriers.SETTING);

  @BeforeEach
  void forget() {
    System.clearProperty(Carriers.SETTING);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(Carriers.SETTING);
    } else {
      System.setProperty(Carriers.SETTING, before);
    }
  }

  @Test
  void outnumber_the_connections_of_an_embedded_database() {
    Carriers.outnumberConnections(with(Setting.DATABASE_POOL_SIZE, "97"));

    assertThat(Integer.getInteger(Carriers.SETTING)).isGreaterThan(97);
  }

  @Test
  void are_asked_for_before_a_house_starts_any_thread() throws Exception {
    StoppedHouse.in(data)
        .with(house -> assertThat(Integer.getInteger(Carriers.SETTING)).isGreaterThan(10));
  }

  @Test
  void are_left_alone_where_the_command_line_names_them_or_the_database_is_elsewhere() {
    Carriers.outnumberConnections(with(Setting.DATABASE_URL, "jdbc:postgresql://127.0.0.1/house"));
    assertThat(System.getProperty(Carriers.SETTING)).isNull();

    System.setProperty(Carriers.SETTING, "3");
    Carriers.outnumberConnections(with(Setting.DATABASE_POOL_SIZE, "97"));
    assertThat(System.getProperty(Carriers.SETTING)).isEqualTo("3");
  }

  private Settings with(Setting setting, String value) {
    return SettingsReader.read(
        new Given(
            Map.of(Setting.DATA, data.toString(), setting, value), Map.of(), Optional.empty()));
  }
}
