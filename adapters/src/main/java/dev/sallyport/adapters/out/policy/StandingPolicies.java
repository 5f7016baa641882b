package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.domain.policy.Policy;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/// The standing rules alone, where no file is set.
@Singleton
@Requires(missingBeans = PolicySettings.class)
final class StandingPolicies implements Policies {
  @Override
  public Policy current() {
    return Policy.STANDING;
  }

  @Override
  public List<Fault> faults() {
    return List.of();
  }
}
