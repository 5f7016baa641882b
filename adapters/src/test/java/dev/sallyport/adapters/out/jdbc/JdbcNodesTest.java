package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Nodes;
import dev.sallyport.application.port.out.NodesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcNodesTest extends NodesContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = databases.h2(folder);
  }

  @Override
  protected Nodes nodes() {
    return new JdbcNodes(database);
  }

  @Override
  protected Claims claims() {
    return new JdbcClaims(database);
  }
}
