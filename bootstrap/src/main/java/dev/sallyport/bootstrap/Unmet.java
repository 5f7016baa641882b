package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.text.Meant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says that there is nothing of a name that somebody gave, and what they may have meant.
final class Unmet {
  private Unmet() {}

  static String told(String what, String name, Stream<String> known) {
    List<String> all = known.sorted().toList();
    String remedy =
        Meant.by(name, all)
            .map("did you mean `%s`?"::formatted)
            .orElseGet(() ->
                all.stream()
                    .map("`%s`"::formatted)
                    .collect(Collectors.joining(", ", "there are ", "")));
    return "there is no %s `%s`; %s".formatted(what, name, remedy);
  }
}
