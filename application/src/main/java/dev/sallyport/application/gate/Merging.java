package dev.sallyport.application.gate;

import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Match;
import dev.sallyport.domain.id.BackendId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes one list of what several backends found.
///
/// Each backend knows best which of its own finds is better, and no two measure alike. So the first
/// of each come before the second of any; only those of one rank are compared, by how many of the
/// words they show, then by age.
final class Merging {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  // whoever is called so is more likely meant than who mentions it
  private static final int TITLE = 2;

  private final Set<String> words;
  private final Comparator<Match> better =
      Comparator.comparingInt(this::score)
          .thenComparing(match -> match.hit().at().orElse(Instant.MIN))
          .reversed()
          .thenComparing(match -> match.backend().value());

  private Merging(String text) {
    this.words =
        NO_WORD
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The same of the same, in whichever order the backends come.
  static List<Match> of(String text, Map<BackendId, List<Hit>> found, int most) {
    return new Merging(text).merged(found.entrySet().stream().map(Merging::once).toList(), most);
  }

  private List<Match> merged(List<List<Match>> found, int most) {
    List<Match> merged = new ArrayList<>();
    for (int rank = 0; merged.size() < most; rank++) {
      List<Match> next = ofRank(rank, found);
      if (next.isEmpty()) {
        return merged;
      }
      merged.addAll(next);
    }
    return merged.subList(0, most);
  }

  private List<Match> ofRank(int rank, List<List<Match>> found) {
    return found.stream()
        .filter(all -> rank < all.size())
        .map(all -> all.get(rank))
        .sorted(better)
        .toList();
  }

  // what is told twice must not push others back
  private static List<Match> once(Map.Entry<BackendId, List<Hit>> of) {
    Map<Reference, Match> all = new LinkedHashMap<>();
    of.getValue().forEach(hit -> all.putIfAbsent(hit.reference(), new Match(of.getKey(), hit)));
    return List.copyOf(all.values());
  }

  private int score(Match match) {
    return TITLE * shown(match.hit().title()) + shown(match.hit().snippet().orElse(""));
  }

  private int shown(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return (int) words.stream().filter(lower::contains).count();
  }
}
