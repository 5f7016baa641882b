package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.TaintsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2,")
class JdbcTaintsTest extends TaintsContract {
  @Override
  protected Taints taints() {
    return new JdbcTaints(SharedDatabase.h2());
  }
}
