package dev.sallyport.domain.claim;

import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The form in which an answer is kept with its claim: where it came from, then what it says. So
/// telling it again can be guarded as telling it first was.
public final class KeptText {
  private static final String ANSWER = "answer";
  private static final String REFUSAL = "refusal";

  private KeptText() {}

  /// To be told again to whoever reaches where it came from.
  public static String answer(String json, Provenance provenance) {
    List<String> sources = provenance.sources().stream().map(SourceText::of).toList();
    return Stream.of(
            Stream.of(ANSWER, Integer.toString(sources.size())), sources.stream(), Stream.of(json))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /// A definite no.
  public static String refusal(String message) {
    return REFUSAL + "\n" + message;
  }

  /// Empty if it is no answer.
  public static Optional<Told> answerIn(String kept) {
    String[] head = kept.split("\n", 3);
    if (!head[0].equals(ANSWER)) {
      return Optional.empty();
    }
    int sources = Integer.parseInt(head[1]);
    String[] lines = head[2].split("\n", sources + 1);
    List<Source> read =
        Stream.of(lines).limit(sources).flatMap(line -> SourceText.read(line).stream()).toList();
    return read.size() == sources
        ? Optional.of(new Told(lines[sources], new Provenance(read)))
        : Optional.empty();
  }

  /// Empty if it is no refusal.
  public static Optional<String> refusalIn(String kept) {
    return kept.startsWith(REFUSAL + "\n")
        ? Optional.of(kept.substring(REFUSAL.length() + 1))
        : Optional.empty();
  }

  /// An answer, and where it came from.
  public record Told(String json, Provenance provenance) {
    public Told {
      Objects.requireNonNull(json);
      Objects.requireNonNull(provenance);
    }
  }
}
