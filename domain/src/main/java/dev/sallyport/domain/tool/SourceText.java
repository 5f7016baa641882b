package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import java.util.List;
import java.util.Optional;

/// A source as one line of text and back: its parts one after the other, and between them a
/// character that none of them can hold.
public final class SourceText {
  private static final String BETWEEN = "\u001f";
  private static final int PARTS = 7;

  private SourceText() {}

  public static String of(Source source) {
    return String.join(BETWEEN, place(source.place()), author(source.author()));
  }

  /// Empty if the text is none of ours.
  public static Optional<Source> read(String text) {
    List<String> parts = List.of(text.split(BETWEEN, -1));
    if (parts.size() != PARTS) {
      return Optional.empty();
    }
    return Optional.of(new Source(place(parts), author(parts.subList(4, PARTS))));
  }

  /// The place alone.
  public static String place(Place place) {
    return switch (place) {
      case Place.InSpace in ->
          String.join(
              BETWEEN,
              "space",
              in.backend().value(),
              in.space().value(),
              in.conversation().map(ConversationId::value).orElse(""));
      case Place.InPrivate in ->
          String.join(
              BETWEEN, "private", in.backend().value(), in.kind().value(), in.lies().value());
    };
  }

  private static Place place(List<String> parts) {
    var backend = new BackendId(parts.get(1));
    String conversation = parts.get(3);
    if (parts.getFirst().equals("private")) {
      return new Place.InPrivate(
          backend, new PrivateKind(parts.get(2)), new ConversationId(conversation));
    }
    return new Place.InSpace(
        backend,
        new SpaceId(parts.get(2)),
        Optional.of(conversation).filter(it -> !it.isEmpty()).map(ConversationId::new));
  }

  private static String author(Author author) {
    return switch (author) {
      case Author.Inside _ -> String.join(BETWEEN, "inside", "", "");
      case Author.Outside(var who) ->
          String.join(BETWEEN, who.kind().name(), who.address(), who.region());
      case Author.Unknown _ -> String.join(BETWEEN, "unknown", "", "");
    };
  }

  private static Author author(List<String> parts) {
    return switch (parts.getFirst()) {
      case "inside" -> new Author.Inside();
      case "unknown" -> new Author.Unknown();
      default ->
          new Author.Outside(
              new Recipient(Recipient.Kind.valueOf(parts.getFirst()), parts.get(1), parts.get(2)));
    };
  }
}
