package dev.sallyport.application.person;

import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.domain.claim.KeptText;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was sealed of a person, once opened, as they can read it.
public final class PartWords {
  private PartWords() {}

  /// The part under its own name, and under names that begin with it what was kept beside.
  public static Map<String, String> of(Part part, String text) {
    return switch (part.part()) {
      case CLAIM_ANSWER -> answer(part.field(), text);
      case TAINT_SOURCE ->
          Map.of(part.field(), SourceText.read(text).map(PartWords::source).orElse(text));
      case CLAIM_ARGUMENTS, APPROVAL_TEXT, LEDGER_ENTRY -> Map.of(part.field(), text);
    };
  }

  private static Map<String, String> answer(String field, String text) {
    Optional<Map<String, String>> answer =
        KeptText.answerIn(text)
            .map(told -> Map.of(field, told.json(), field + "_sources", sources(told)));
    return answer
        .or(() -> KeptText.refusalIn(text).map(message -> Map.of(field + "_refusal", message)))
        .orElseGet(() -> Map.of(field, text));
  }

  private static String sources(KeptText.Told told) {
    return told.provenance().sources().isEmpty()
        ? "none"
        : told.provenance().sources().stream()
            .map(PartWords::source)
            .collect(Collectors.joining("\n"));
  }

  private static String source(Source source) {
    return place(source.place()) + "; from " + author(source.author());
  }

  private static String place(Place place) {
    return switch (place) {
      case Place.InSpace(var backend, var space, var conversation) ->
          "%s: space %s%s"
              .formatted(
                  backend.value(),
                  space.value(),
                  conversation.map(PartWords::conversation).orElse(""));
      case Place.InPrivate(var backend, var kind, var lies) ->
          "%s: private %s%s".formatted(backend.value(), kind.value(), conversation(lies));
    };
  }

  private static String conversation(ConversationId id) {
    return ", conversation " + id.value();
  }

  private static String author(Author author) {
    return switch (author) {
      case Author.Inside _ -> "the organization";
      case Author.Outside(var who) -> GrantWords.word(who.kind()) + " " + who.address();
      case Author.Unknown _ -> "somebody unknown";
    };
  }
}
