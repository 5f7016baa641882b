package dev.sallyport.adapters.out.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On PostgreSQL, asked from another organization,")
class UseCaseIsolationOnPostgresTest extends UseCaseIsolationContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private WholeHouse house;

  @BeforeEach
  void open() {
    house = databases.house(databases.storesOnPostgres(), folder);
  }

  @Override
  WholeHouse house() {
    return house;
  }
}
