package dev.sallyport.adapters.out.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class SealedLedgerTest extends SealedLedgerContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  Database open() {
    return databases.h2(folder);
  }
}
