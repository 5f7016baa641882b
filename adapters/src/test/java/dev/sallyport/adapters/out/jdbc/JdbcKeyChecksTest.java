package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyChecksContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcKeyChecksTest extends KeyChecksContract {
  private static final int RACES = 500;

  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  /// H2 can take what a connection read before for what is there: rarely, so it is tried often.
  @Test
  void one_ring_is_stored_however_often_rings_race_on_the_same_connections() throws Exception {
    Database database = databases.h2(folder);
    var checks = new JdbcKeyChecks(database);
    for (int race = 0; race < RACES; race++) {
      assertThat(answersToARace(checks)).hasSize(1);
      database.inSystem(connection -> Sql.update(connection, "delete from key_check"));
    }
  }

  @Override
  protected KeyChecks keyChecks() {
    try {
      return new JdbcKeyChecks(databases.h2(Files.createTempDirectory(folder, "h2")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
