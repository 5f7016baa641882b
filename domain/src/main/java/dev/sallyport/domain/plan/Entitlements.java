package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.util.Map;
import java.util.Objects;

/// What a plan includes, by kind of backend.
///
/// @param others what it includes of every kind that is not named
public record Entitlements(Map<BackendKind, Rights> named, Rights others) {
  public static final Entitlements ALL = new Entitlements(Map.of(), Rights.ALL);

  public Entitlements {
    named = Map.copyOf(named);
    Objects.requireNonNull(others);
  }

  Entitlement to(ToolSpec tool, BackendKind kind) {
    // to search what one was given belongs to every plan, also to those that were made before
    return kind.equals(BackendKind.GATEWAY)
            && tool.effect() == Effect.READ
            && tool.weight() == Weight.CORE
        ? Entitlement.INCLUDED
        : named.getOrDefault(kind, others).to(tool);
  }
}
