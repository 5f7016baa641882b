package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcDependencyTest extends DependencyContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = databases.h2(folder);
  }

  @Override
  protected Dependency dependency() {
    return new JdbcDependency(database);
  }

  /// What is left of the file is no database, as after a disk that went bad.
  @Override
  protected void takeAway() {
    try {
      // what the shutdown leaves cannot be closed any more
      database.connection().createStatement().execute("shutdown");
      Files.move(file("db.mv.db"), file("away"));
      Files.writeString(file("db.mv.db"), "gone");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void bringBack() {
    try {
      Files.delete(file("db.mv.db"));
      Files.move(file("away"), file("db.mv.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
