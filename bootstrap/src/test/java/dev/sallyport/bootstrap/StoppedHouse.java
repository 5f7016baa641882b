package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The data of a house that does not run: a test works on it, and then another process may.
record StoppedHouse(Settings settings) {
  static StoppedHouse in(Path data) {
    return in(data, Map.of());
  }

  static StoppedHouse in(Path data, Map<String, String> environment) {
    var given = new Given(Map.of(Setting.DATA, data.toString()), environment, Optional.empty());
    return new StoppedHouse(SettingsReader.read(given));
  }

  /// Makes what a start makes before it opens the database.
  void prepare() {
    new DataFolder(settings).prepare();
  }

  void with(Consumer<ApplicationContext> work) throws SQLException {
    prepare();
    ApplicationContext house = Framework.start(settings);
    try {
      work.accept(house);
    } finally {
      Framework.close(house);
    }
    if (settings.database().embedded()) {
      release();
    }
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection(
        settings.database().url()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
  }

  /// A pool that is closed while it opens a connection may leave that open, and H2 the file.
  private void release() throws SQLException {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
  }
}
