package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Plan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Plans in memory, none at first.
public final class InMemoryPlans implements Plans {
  private final InstantSource clock;
  private final Map<PlanId, NavigableMap<Instant, Plan>> plans = new ConcurrentHashMap<>();

  public InMemoryPlans(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return Optional.ofNullable(plans.get(id))
        .map(versions -> versions.floorEntry(clock.instant()))
        .map(Map.Entry::getValue);
  }

  @Override
  public List<Plan> all() {
    return plans.keySet().stream()
        .flatMap(id -> find(id).stream())
        .sorted(Comparator.comparingInt(Plan::rank))
        .toList();
  }

  @Override
  public void put(Plan plan, Instant from) {
    plans.computeIfAbsent(plan.id(), _ -> new ConcurrentSkipListMap<>()).put(from, plan);
  }
}
