package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyChecksContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcKeyChecksTest extends KeyChecksContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  protected KeyChecks keyChecks() {
    try {
      return new JdbcKeyChecks(databases.h2(Files.createTempDirectory(folder, "h2")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
