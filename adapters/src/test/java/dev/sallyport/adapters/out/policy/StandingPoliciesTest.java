package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PoliciesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Without a file,")
class StandingPoliciesTest extends PoliciesContract {
  @Override
  protected Policies policies() {
    return new StandingPolicies();
  }
}
