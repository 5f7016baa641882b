package dev.sallyport.adapters.backend.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.adapters.backend.gateway.Links.Link;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Gateway.Found;
import dev.sallyport.application.backend.Gateway.LeftOut;
import dev.sallyport.application.backend.Gateway.Match;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import jakarta.validation.constraints.Size;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks through everything that a connection reaches.
///
/// Deep research and company knowledge know this tool by its name and take exactly its answer.
record SearchTool(Links links) implements ReadTool<SearchTool.Search, SearchTool.Results> {
  private static final int MOST = 20;
  private static final int LONGEST_SNIPPET = 200;
  private static final ToolSpec SPEC =
      ToolSpec.named("search", "Search everything", Scope.EVERY_GRANTS)
          .purpose(
              "Use this when the person asks for something that may be in any of their connected"
                  + " systems. It looks through all that this connection may read and answers titles"
                  + " and links, the best first; `fetch` opens one of them. It changes nothing.")
          .effect(Effect.READ)
          .weight(Weight.CORE)
          .unplaced()
          .says("Searching", "Search finished");

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public Class<Search> input() {
    return Search.class;
  }

  @Override
  public Class<Results> output() {
    return Results.class;
  }

  @Override
  public Footprint footprint(Search search, Access access) {
    return Footprint.readingWithinReach();
  }

  @Override
  public Outcome<Results> act(Search search, Access access) {
    if (search.query().isBlank()) {
      return new Outcome.Done<>(
          new Results(List.of(), Optional.empty(), Optional.empty()), Provenance.NONE);
    }
    Found found = access.gateway().search(search.query(), MOST);
    return new Outcome.Done<>(
        new Results(
            found.matches().stream().map(this::result).toList(),
            found.complete() ? Optional.empty() : Optional.of(true),
            Optional.of(found.left().stream().map(SearchTool::note).toList())
                .filter(notes -> !notes.isEmpty())),
        found.provenance());
  }

  private static String note(LeftOut left) {
    return left.backend().value() + ": " + left.reason();
  }

  private Result result(Match match) {
    var link = new Link(match.backend(), match.hit().reference());
    String title = match.hit().title();
    return new Result(
        link.id(),
        title.isBlank() ? link.id() : title,
        links.address(link),
        match.hit().snippet().filter(text -> !text.isBlank()).map(SearchTool::cut));
  }

  // between what people take for characters, which may be several of ours
  private static String cut(String text) {
    if (text.length() <= LONGEST_SNIPPET) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return text.substring(0, characters.preceding(LONGEST_SNIPPET)) + "…";
  }

  /// What is looked for.
  record Search(
      @JsonPropertyDescription("What to look for, in a few words.") @Size(min = 1, max = 1_000)
          String query) {}

  /// What was found.
  record Results(
      @JsonPropertyDescription("What was found, the best first; empty if nothing was.")
          List<Result> results,
      @JsonPropertyDescription(
              "True if some connected systems could not be looked through, so that there may be"
                  + " more.")
          Optional<Boolean> partial,
      @JsonPropertyDescription(
              "Which connected systems were not looked through and why, a sentence each; the person"
                  + " should hear of it.")
          Optional<List<String>> notes) {
    Results {
      results = List.copyOf(results);
      notes = notes.map(List::copyOf);
    }
  }

  /// One thing that was found.
  record Result(
      @JsonPropertyDescription("What to give to `fetch`.") String id,
      @JsonPropertyDescription("What it is called.") String title,
      @JsonPropertyDescription("Where people can open it.") String url,
      @JsonPropertyDescription("A few words of it.") @Size(max = LONGEST_SNIPPET)
          Optional<String> snippet) {}
}
