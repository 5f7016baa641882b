package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The plans that organizations can be on. They are rows and may change at any time.
public interface Plans {
  /// The plan as it is now. A change must be seen within 30 seconds by every instance, and at once
  /// by the one that made it.
  Optional<Plan> find(PlanId id);

  /// Every plan as it is now, by rank.
  List<Plan> all();

  /// Makes the plan so from that time on, whether or not it was there before.
  void put(Plan plan, Instant from);
}
