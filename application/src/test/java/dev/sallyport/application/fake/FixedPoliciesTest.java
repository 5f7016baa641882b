package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PoliciesContract;
import dev.sallyport.domain.policy.Policy;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class FixedPoliciesTest extends PoliciesContract {
  @Override
  protected Policies policies() {
    return new FixedPolicies(Policy.STANDING);
  }
}
