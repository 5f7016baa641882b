package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Facts that somebody wrote down: the ledger of a call that was made, or an operator of one that
/// might be.
///
/// @param spaces absent if they are not known, or were too many to write down
/// @param amounts every figure of the call: one that is not here was not declared
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
  /// The figure that says how many private places a call touches.
  static final String PRIVATE_PLACES = "private";

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

  /// All that is known of a call that is made.
  public static StatedFacts of(ToolCall call) {
    var amounts = new HashMap<>(call.footprint().amounts());
    // no less than we count, whatever the tool says
    amounts.merge("recipients", (long) call.footprint().recipients().size(), Math::max);
    amounts.merge("units", (long) call.footprint().units(), Math::max);
    // last, so that no tool can say otherwise
    amounts.put(PRIVATE_PLACES, CallFacts.privatePlaces(call));
    amounts.remove(PRIVATE_PLACES, 0L);
    return of(call.request(), Optional.of(CallFacts.spaces(call)), amounts);
  }

  /// What is known before anybody asks what the call would touch.
  public static StatedFacts of(Request request) {
    return of(request, Optional.empty(), Map.of());
  }

  private static StatedFacts of(
      Request request, Optional<Set<SpaceId>> spaces, Map<String, Long> amounts) {
    return new StatedFacts(
        request.tool().name(),
        request.backend(),
        request.tool().effect(),
        request.grant().client(),
        request.belonging() instanceof Belonging.Member(Role role)
            ? Optional.of(role)
            : Optional.empty(),
        request.plan().id(),
        spaces,
        request.at(),
        amounts);
  }

  @Override
  public Fit touches(Set<SpaceId> asked) {
    return spaces
        .map(stated -> Fit.of(asked.stream().anyMatch(stated::contains)))
        .orElse(Fit.UNKNOWN);
  }

  @Override
  public Fit staysWithin(Set<SpaceId> asked) {
    return spaces
        .map(stated ->
            Fit.of(!stated.isEmpty() && asked.containsAll(stated) && privatePlaces() == 0))
        .orElse(Fit.UNKNOWN);
  }

  @Override
  public OptionalLong amount(String name) {
    Long stated = name.equals(PRIVATE_PLACES) ? privatePlaces() : amounts.get(name);
    return stated == null ? OptionalLong.empty() : OptionalLong.of(stated);
  }

  // not written down where there are none
  private Long privatePlaces() {
    return amounts.getOrDefault(PRIVATE_PLACES, 0L);
  }
}
