package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Facts that somebody wrote down: the ledger of a call that was made, or an operator of one that
/// might be.
///
/// @param spaces absent if they were too many to write down
public record StatedFacts(
    ToolName tool,
    BackendId backend,
    Effect effect,
    ClientId client,
    Optional<Role> role,
    PlanId plan,
    Optional<Set<SpaceId>> spaces,
    Instant at,
    Map<String, Long> amounts)
    implements Facts {
  public StatedFacts {
    Objects.requireNonNull(tool);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(effect);
    Objects.requireNonNull(client);
    Objects.requireNonNull(role);
    Objects.requireNonNull(plan);
    spaces = spaces.map(Set::copyOf);
    Objects.requireNonNull(at);
    amounts = Map.copyOf(amounts);
  }

  @Override
  public Fit touches(Set<SpaceId> asked) {
    return spaces
        .map(stated -> Fit.of(asked.stream().anyMatch(stated::contains)))
        .orElse(Fit.UNKNOWN);
  }

  @Override
  public OptionalLong amount(String name) {
    Long stated = amounts.get(name);
    return stated == null ? OptionalLong.empty() : OptionalLong.of(stated);
  }
}
