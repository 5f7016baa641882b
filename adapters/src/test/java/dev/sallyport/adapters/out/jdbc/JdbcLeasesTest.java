package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.LeasesContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcLeasesTest extends LeasesContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  protected Leases leases(InstantSource clock) {
    try {
      return new JdbcLeases(databases.h2(Files.createTempDirectory(folder, "h2")), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
