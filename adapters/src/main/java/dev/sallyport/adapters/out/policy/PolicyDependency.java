package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/// The policy file as something to lean on: while it does not hold, an older policy decides, and
/// the house is not as well as it should be.
@Singleton
@Requires(beans = PolicySettings.class)
final class PolicyDependency implements Dependency {
  private final Policies policies;

  PolicyDependency(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String name() {
    return "policy";
  }

  @Override
  public Need need() {
    return Need.OPTIONAL;
  }

  @Override
  public Health health() {
    List<Fault> faults = policies.faults();
    return faults.isEmpty()
        ? new Health.Up()
        : new Health.Down(
            "the file does not hold (%s%s), so an older policy decides"
                .formatted(
                    faults.getFirst(),
                    faults.size() == 1 ? "" : " and %d more".formatted(faults.size() - 1)));
  }
}
