package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.LinkSource.Address;
import dev.sallyport.application.backend.LinkSource.Target;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.net.URI;

/// Follows one of our addresses to the backend's own page. It opens the thing as `fetch` does, so
/// whoever may not read it does not learn where it lies either.
record LinkTool() implements ReadTool<Address, Target> {
  private static final Opening<Target> OPENING =
      new Opening<>(
          "There is nothing under this address that this connection may read.",
          (_, document) -> new Target(document.page().map(URI::toString)));
  private static final ToolSpec SPEC =
      ToolSpec.named("link", "Follow a link", Scope.EVERY_GRANTS)
          .purpose("Use this when somebody opens an address that `search` or `fetch` answered.")
          .effect(Effect.READ)
          .weight(Weight.CORE)
          .unplaced()
          .says("Opening", "Opened");

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public Class<Address> input() {
    return Address.class;
  }

  @Override
  public Class<Target> output() {
    return Target.class;
  }

  @Override
  public Footprint footprint(Address address, Access access) {
    return Footprint.readingWithinReach();
  }

  @Override
  public Outcome<Target> act(Address address, Access access) {
    return Links.read(address.backend(), address.kind(), address.id())
        .map(link -> OPENING.of(link, access))
        .orElseGet(OPENING::nothing);
  }
}
