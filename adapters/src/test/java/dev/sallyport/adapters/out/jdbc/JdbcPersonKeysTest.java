package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeysContract;
import dev.sallyport.application.port.out.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcPersonKeysTest extends PersonKeysContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  protected PersonKeys personKeys(Vault vault) {
    try {
      return new JdbcPersonKeys(
          databases.h2(Files.createTempDirectory(folder, "h2")),
          vault,
          new SettableClock(Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
