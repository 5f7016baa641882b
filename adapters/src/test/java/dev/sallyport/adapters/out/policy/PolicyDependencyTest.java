package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.fake.FixedPolicies;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.domain.policy.Policy;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The policy file,")
class PolicyDependencyTest extends DependencyContract {
  private final FixedPolicies policies = new FixedPolicies(Policy.STANDING);

  @Override
  protected Dependency dependency() {
    return new PolicyDependency(policies);
  }

  @Override
  protected void takeAway() {
    policies.fails(
        new Fault(3, 5, "`when` is missing", "say which calls"),
        new Fault(4, 5, "`name` is missing", "give it one"));
  }

  @Override
  protected void bringBack() {
    policies.fails();
  }
}
