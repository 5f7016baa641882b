package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.PlansContract;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryPlansTest extends PlansContract {
  @Override
  protected Plans plans(InstantSource clock) {
    return new InMemoryPlans(clock);
  }
}
