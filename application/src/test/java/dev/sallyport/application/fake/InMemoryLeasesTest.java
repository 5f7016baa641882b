package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.LeasesContract;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryLeasesTest extends LeasesContract {
  @Override
  protected Leases leases(InstantSource clock) {
    return new InMemoryLeases(clock);
  }
}
