package dev.sallyport.application.port.out;

import dev.sallyport.domain.policy.Policy;

/// The policy in force.
public interface Policies {
  /// Costs nothing to ask, and answers at once: the last policy that held.
  Policy current();
}
