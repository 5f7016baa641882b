package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.MembershipsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryMembershipsTest extends MembershipsContract {
  private final Memberships memberships = new InMemoryMemberships();

  @Override
  protected Memberships memberships() {
    return memberships;
  }
}
