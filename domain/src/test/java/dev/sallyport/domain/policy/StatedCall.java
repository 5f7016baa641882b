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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A call that tests start from, and change one fact of.
public final class StatedCall {
  /// A Monday.
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private StatedCall() {}

  /// A member of a pro organization sends to two recipients from one space, on a Monday at noon.
  public static StatedFacts sending() {
    return new StatedFacts(
        new ToolName("phone_send"),
        new BackendId("phone"),
        Effect.SEND,
        new ClientId("assistant"),
        Optional.of(Role.MEMBER),
        new PlanId("pro"),
        Optional.of(Set.of(new SpaceId("sales"))),
        NOON,
        Map.of("recipients", 2L, "units", 1L));
  }

  public static StatedFacts with(StatedFacts call, Optional<Role> role) {
    return new StatedFacts(
        call.tool(),
        call.backend(),
        call.effect(),
        call.client(),
        role,
        call.plan(),
        call.spaces(),
        call.at(),
        call.amounts());
  }

  public static StatedFacts at(Instant at) {
    StatedFacts call = sending();
    return new StatedFacts(
        call.tool(),
        call.backend(),
        call.effect(),
        call.client(),
        call.role(),
        call.plan(),
        call.spaces(),
        at,
        call.amounts());
  }

  public static StatedFacts touching(String... spaces) {
    return touching(
        Optional.of(Stream.of(spaces).map(SpaceId::new).collect(Collectors.toUnmodifiableSet())));
  }

  public static StatedFacts touchingTooMany() {
    return touching(Optional.empty());
  }

  private static StatedFacts touching(Optional<Set<SpaceId>> spaces) {
    StatedFacts call = sending();
    return new StatedFacts(
        call.tool(),
        call.backend(),
        call.effect(),
        call.client(),
        call.role(),
        call.plan(),
        spaces,
        call.at(),
        call.amounts());
  }
}
