package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.ClaimsContract;
import dev.sallyport.application.port.out.UnitOfWork;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryClaimsTest extends ClaimsContract {
  private final InMemoryClaims claims = new InMemoryClaims();
  private final UnitOfWork units = new InMemoryUnitOfWork(claims);

  @Override
  protected Claims claims() {
    return claims;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }

  @Override
  protected void lives(String node, Duration life) {
    claims.lives(node, life);
  }
}
