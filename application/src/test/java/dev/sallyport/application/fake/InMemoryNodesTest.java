package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Nodes;
import dev.sallyport.application.port.out.NodesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryNodesTest extends NodesContract {
  private final InMemoryClaims claims = new InMemoryClaims();

  @Override
  protected Nodes nodes() {
    return new InMemoryNodes(claims);
  }

  @Override
  protected Claims claims() {
    return claims;
  }
}
