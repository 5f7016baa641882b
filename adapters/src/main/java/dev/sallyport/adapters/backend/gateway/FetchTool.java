package dev.sallyport.adapters.backend.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.adapters.backend.gateway.Links.Link;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/// Opens one thing that a connection reaches.
record FetchTool(Links links) implements ReadTool<FetchTool.Wanted, FetchTool.Whole> {
  private static final String NOT_THERE =
      "There is nothing under this id that this connection may read.";
  private static final ToolSpec SPEC =
      ToolSpec.named("fetch", "Open one thing", Scope.EVERY_GRANTS)
          .purpose(
              "Use this when the whole text of something is needed that `search` found. It takes"
                  + " the id from there and changes nothing.")
          .effect(Effect.READ)
          .weight(Weight.CORE)
          .unplaced()
          .says("Opening", "Opened");

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public Class<Wanted> input() {
    return Wanted.class;
  }

  @Override
  public Class<Whole> output() {
    return Whole.class;
  }

  @Override
  public Footprint footprint(Wanted wanted, Access access) {
    return Footprint.readingWithinReach();
  }

  @Override
  public Outcome<Whole> act(Wanted wanted, Access access) {
    var opening = new Opening<>(NOT_THERE, this::whole);
    return Links.read(wanted.id())
        .map(link -> opening.of(link, access))
        .orElseGet(opening::nothing);
  }

  private Whole whole(Link link, Document document) {
    return new Whole(
        link.id(),
        document.title().isBlank() ? link.id() : document.title(),
        document.text(),
        links.address(link),
        Optional.of(document.metadata()).filter(it -> !it.isEmpty()));
  }

  /// What is to be opened.
  record Wanted(
      @JsonPropertyDescription("The id of a thing, as `search` answers it.")
          @Size(min = 1, max = 1_000)
          String id) {}

  /// One thing as a whole.
  record Whole(
      @JsonPropertyDescription("The id it was asked for by.") String id,
      @JsonPropertyDescription("What it is called.") String title,
      @JsonPropertyDescription("All that it says.") String text,
      @JsonPropertyDescription("Where people can open it.") String url,
      @JsonPropertyDescription("What else is known of it.")
          Optional<Map<String, String>> metadata) {
    Whole {
      metadata = metadata.map(Map::copyOf);
    }
  }
}
