package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.TaintsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryTaintsTest extends TaintsContract {
  private final InMemoryTaints taints = new InMemoryTaints();

  @Override
  protected Taints taints() {
    return taints;
  }
}
