package dev.sallyport.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The page that lists the packages of the house.
record ArchitecturePage(List<String> packages) {
  static final String PATH = "docs/architecture.md";

  private static final String HEADING = "Package";

  ArchitecturePage {
    packages = List.copyOf(packages);
  }

  static ArchitecturePage of(String text) {
    return new ArchitecturePage(MarkdownTable.under(HEADING, text).names());
  }

  /// The page as the repository holds it. One that is missing lists nothing.
  static ArchitecturePage inTheRepository() {
    return of(Repository.text(PATH).orElse(""));
  }

  /// What has to be changed on the page so that it lists just these packages.
  List<String> correctionsFor(SortedSet<String> shipped) {
    List<String> corrections = new ArrayList<>();
    for (String name : shipped) {
      if (!packages.contains(name)) {
        corrections.add(
            "add to the table under `Package` in %s: | `%s` | … |".formatted(PATH, name));
      }
    }
    for (String name : new TreeSet<>(packages)) {
      if (!shipped.contains(name)) {
        corrections.add("remove from %s, no such package ships: `%s`".formatted(PATH, name));
      }
    }
    return corrections;
  }
}
