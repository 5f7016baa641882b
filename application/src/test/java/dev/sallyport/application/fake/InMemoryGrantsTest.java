package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.GrantsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryGrantsTest extends GrantsContract {
  private final InMemoryGrants grants = new InMemoryGrants();

  @Override
  protected Grants grants() {
    return grants;
  }
}
