package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.ClaimsContract;
import dev.sallyport.application.port.out.UnitOfWork;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2,")
class JdbcClaimsTest extends ClaimsContract {
  @Override
  protected Claims claims() {
    return new JdbcClaims(SharedDatabase.h2());
  }

  @Override
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(SharedDatabase.h2());
  }

  @Override
  protected void lives(String node, Duration life) {
    NodeLeases.in(SharedDatabase.h2()).hold(node, life);
  }
}
