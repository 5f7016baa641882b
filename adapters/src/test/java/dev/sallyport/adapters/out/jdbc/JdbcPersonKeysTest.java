package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Damaged;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Batch;
import dev.sallyport.application.port.out.PersonKeysContract;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.domain.id.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcPersonKeysTest extends PersonKeysContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Test
  void a_damaged_row_is_named_and_does_not_stop_the_others() throws SQLException {
    var vault = new InMemoryVault();
    Database database = database();
    PersonKeys keys = new JdbcPersonKeys(database, vault, new SettableClock(Instant.EPOCH));
    PersonId damaged = new PersonId("%032x".formatted(1));
    PersonId whole = new PersonId("%032x".formatted(2));
    keys.keyOf(damaged);
    keys.keyOf(whole);
    vault.rotates();
    try (Connection connection = database.connection()) {
      Sql.update(
          connection,
          "update person_key set wrapped = ? where person_id = ?",
          new byte[] {1},
          damaged.value());
    }

    assertThat(keys.rewrap(null, 10)).isEqualTo(new Batch(1, List.of(damaged), Optional.of(whole)));
    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(() -> keys.keyOf(damaged))
        .withMessage("the key of person %s", damaged.value());
  }

  @Override
  protected PersonKeys personKeys(Vault vault) {
    return new JdbcPersonKeys(database(), vault, new SettableClock(Instant.EPOCH));
  }

  private Database database() {
    try {
      Database database = databases.h2(Files.createTempDirectory(folder, "h2"));
      // who races must not be the first to come: they would wait for its migration
      return database.inSystem(_ -> database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
