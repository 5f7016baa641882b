package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.adapters.backend.gateway.Links.Link;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.LinkSource.Address;
import dev.sallyport.application.backend.LinkSource.Target;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Outcome.Retry;
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
  private static final String NOT_THERE =
      "There is nothing under this address that this connection may read.";
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
        .map(link -> followed(link, access))
        .orElseGet(LinkTool::notThere);
  }

  private static Outcome<Target> followed(Link link, Access access) {
    return switch (access.gateway().fetch(link.backend(), link.reference())) {
      case Fetched.There(Document document, var provenance) ->
          new Outcome.Done<>(new Target(document.page().map(URI::toString)), provenance);
      case Fetched.NotThere() -> notThere();
      case Fetched.NotNow(String reason) -> new Outcome.Failed<>(reason, Retry.SAFE);
    };
  }

  private static Outcome<Target> notThere() {
    return new Outcome.Failed<>(NOT_THERE, Retry.USELESS);
  }
}
