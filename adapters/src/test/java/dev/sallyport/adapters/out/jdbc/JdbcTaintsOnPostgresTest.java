package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.TaintsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcTaintsOnPostgresTest extends TaintsContract {
  @Override
  protected Taints taints() {
    return new JdbcTaints(SharedDatabase.postgres());
  }
}
