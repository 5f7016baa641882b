package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Which calls an operator's rule is about: those that meet every condition given. A condition that
/// lists several things is met by any of them; one that is empty was not given.
///
/// @param tools names, or beginnings of names that end in `*`
/// @param over figures that have to be exceeded
public record Match(
    List<String> tools,
    Set<BackendId> backends,
    Set<Effect> effects,
    Set<ClientId> clients,
    Set<Role> roles,
    Set<PlanId> plans,
    Set<SpaceId> spaces,
    Optional<Hours> hours,
    Map<String, Long> over) {
  /// Of every call there is.
  public static final Match ANY =
      new Match(
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Map.of());

  public Match {
    tools = List.copyOf(tools);
    backends = Set.copyOf(backends);
    effects = Set.copyOf(effects);
    clients = Set.copyOf(clients);
    roles = Set.copyOf(roles);
    plans = Set.copyOf(plans);
    spaces = Set.copyOf(spaces);
    over = Map.copyOf(over);
  }

  /// Whether a rule that is about such calls is about this one: it touches one of the spaces, if
  /// any are named.
  public Fit fits(Facts facts) {
    return matches(facts, spaces.isEmpty() ? Fit.FITS : facts.touches(spaces));
  }

  /// Whether a rule that leaves such calls alone leaves this one alone: it touches none but the
  /// spaces, if any are named. Otherwise one harmless space would excuse all the others.
  public Fit excuses(Facts facts) {
    return matches(facts, spaces.isEmpty() ? Fit.FITS : facts.staysWithin(spaces));
  }

  private Fit matches(Facts facts, Fit placed) {
    if (!names(facts.tool())
        || !allows(backends, facts.backend())
        || !allows(effects, facts.effect())
        || !allows(clients, facts.client())
        || !allows(plans, facts.plan())
        || !(roles.isEmpty() || facts.role().filter(roles::contains).isPresent())
        || !within(facts.at())) {
      return Fit.MISSES;
    }
    Fit fit = placed;
    for (Map.Entry<String, Long> bound : over.entrySet()) {
      fit = fit.and(exceeds(facts.amount(bound.getKey()), bound.getValue()));
    }
    return fit;
  }

  private boolean names(ToolName tool) {
    return tools.isEmpty() || tools.stream().anyMatch(tool::fits);
  }

  private static <T> boolean allows(Set<T> given, T one) {
    return given.isEmpty() || given.contains(one);
  }

  private boolean within(Instant at) {
    return hours.isEmpty() || hours.get().include(at);
  }

  private static Fit exceeds(OptionalLong amount, long bound) {
    return amount.isPresent() ? Fit.of(amount.getAsLong() > bound) : Fit.UNKNOWN;
  }
}
