package dev.sallyport.adapters.out.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the description of a call that might be made.
///
/// What is not said is what says least: a member of a free organization, one unit, no recipients,
/// no spaces, a client that no rule names.
final class CallReader {
  private static final List<String> KEYS =
      List.of("tool", "backend", "effect", "client", "role", "plan", "spaces", "at", "amounts");
  private static final ClientId SOME_CLIENT = new ClientId("some-client");
  private static final PlanId FREE = new PlanId("free");

  private final Faults faults;
  private final Values values;
  private final Instant now;

  CallReader(Faults faults, Instant now) {
    this.faults = faults;
    this.values = new Values(faults);
    this.now = now;
  }

  Optional<StatedFacts> read(Node node) {
    return Fields.of(node, "a call", KEYS, faults).flatMap(this::read);
  }

  private Optional<StatedFacts> read(Fields fields) {
    Optional<ToolName> tool =
        fields
            .needed("tool", "name the tool that is called")
            .flatMap(it -> values.made(it, "`tool`", ToolName::new));
    Optional<BackendId> backend =
        fields
            .needed("backend", "name the backend it belongs to")
            .flatMap(it -> values.made(it, "`backend`", BackendId::new));
    Optional<Effect> effect =
        fields
            .needed("effect", "say what it does: `read`, `write`, `send` or `destroy`")
            .flatMap(it -> values.word(it, "`effect`", Effect.class));
    StatedFacts rest = rest(fields);
    return tool.isPresent() && backend.isPresent() && effect.isPresent()
        ? Optional.of(
            new StatedFacts(
                tool.get(),
                backend.get(),
                effect.get(),
                rest.client(),
                rest.role(),
                rest.plan(),
                rest.spaces(),
                rest.at(),
                rest.amounts()))
        : Optional.empty();
  }

  // all of it is read whatever else is missing, so that every fault is told
  private StatedFacts rest(Fields fields) {
    return new StatedFacts(
        new ToolName("any"),
        new BackendId("any"),
        Effect.READ,
        fields
            .maybe("client")
            .flatMap(it -> values.made(it, "`client`", ClientId::new))
            .orElse(SOME_CLIENT),
        Optional.of(
            fields
                .maybe("role")
                .flatMap(it -> values.word(it, "`role`", Role.class))
                .orElse(Role.MEMBER)),
        fields.maybe("plan").flatMap(it -> values.made(it, "`plan`", PlanId::new)).orElse(FREE),
        Optional.of(fields.maybe("spaces").map(this::spaces).orElse(Set.of())),
        fields.maybe("at").flatMap(it -> values.made(it, "`at`", CallReader::instant)).orElse(now),
        amounts(
            fields.maybe("amounts").map(it -> values.figures(it, "`amounts`")).orElse(Map.of())));
  }

  private Set<SpaceId> spaces(Node node) {
    return Set.copyOf(
        values.maybeEmpty(node, "`spaces`", each -> values.made(each, "`spaces`", SpaceId::new)));
  }

  private static Map<String, Long> amounts(Map<String, Long> stated) {
    var amounts = new HashMap<>(Map.of("recipients", 0L, "units", 1L));
    amounts.putAll(stated);
    return amounts;
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "write a time such as `2026-01-05T22:30:00Z` or `2026-01-05T22:30:00+01:00`", e);
    }
  }
}
