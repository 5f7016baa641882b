package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.PeppersContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryPeppersTest extends PeppersContract {
  @Override
  protected Peppers before() {
    return new InMemoryPeppers();
  }

  @Override
  protected Peppers after() {
    var peppers = new InMemoryPeppers();
    peppers.rotate();
    return peppers;
  }
}
