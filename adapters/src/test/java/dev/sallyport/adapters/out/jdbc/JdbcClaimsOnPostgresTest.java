package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.ClaimsContract;
import dev.sallyport.application.port.out.UnitOfWork;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcClaimsOnPostgresTest extends ClaimsContract {
  @Override
  protected Claims claims() {
    return new JdbcClaims(SharedDatabase.postgres());
  }

  @Override
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(SharedDatabase.postgres());
  }

  @Override
  protected void lives(String node, Duration life) {
    NodeLeases.in(SharedDatabase.postgres()).hold(node, life);
  }
}
