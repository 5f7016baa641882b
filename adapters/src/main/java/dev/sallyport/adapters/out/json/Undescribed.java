package dev.sallyport.adapters.out.json;

import java.util.ArrayList;
import java.util.List;

/// Finds what models would have to guess: members without a description, however deep.
final class Undescribed {
  private final List<String> found = new ArrayList<>();

  private Undescribed() {}

  static List<String> in(Shape input, Shape output) {
    var search = new Undescribed();
    search.look("input", input);
    search.look("output", output);
    return List.copyOf(search.found);
  }

  private void look(String where, Shape shape) {
    switch (shape) {
      case Scalar _ -> {}
      case Items items -> look(where, items.element());
      case Entries entries -> look(where, entries.value());
      case Fields fields -> fields.members().forEach(member -> look(where, member));
      case Cases cases ->
          cases.records().forEach((name, fields) -> look(where + "/" + name, fields));
    }
  }

  private void look(String where, Member member) {
    String here = where + "/" + member.name();
    if (member.description().isBlank()) {
      found.add(here);
    }
    look(here, member.shape());
  }
}
