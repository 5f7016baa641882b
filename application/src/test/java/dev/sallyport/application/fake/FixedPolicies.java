package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.domain.policy.Policy;
import java.util.List;

/// The policy that the test says, until it says another.
public final class FixedPolicies implements Policies {
  private volatile Policy current;
  private volatile List<PolicyReader.Fault> faults = List.of();

  public FixedPolicies(Policy current) {
    this.current = current;
  }

  @Override
  public Policy current() {
    return current;
  }

  @Override
  public List<PolicyReader.Fault> faults() {
    return faults;
  }

  public void becomes(Policy next) {
    current = next;
  }

  public void fails(PolicyReader.Fault... with) {
    faults = List.of(with);
  }
}
