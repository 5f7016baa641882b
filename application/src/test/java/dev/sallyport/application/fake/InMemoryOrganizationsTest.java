package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.OrganizationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryOrganizationsTest extends OrganizationsContract {
  private final Organizations organizations = new InMemoryOrganizations();

  @Override
  protected Organizations organizations() {
    return organizations;
  }
}
