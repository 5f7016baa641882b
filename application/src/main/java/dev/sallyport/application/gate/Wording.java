package dev.sallyport.application.gate;

import dev.sallyport.domain.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/// Refuses a listed tool whose words could not be shown to a model or a person. It is asked at the
/// start, where the mistake is still nobody's but ours.
final class Wording {
  private static final String BEGINNING = "Use this when ";
  private static final int LONGEST_STATUS = 64;

  private Wording() {}

  static void check(Offer<?, ?> offer) {
    List<String> faults = new ArrayList<>();
    ToolSpec spec = offer.spec();
    notBlank("title", spec.title(), faults);
    notBlank("purpose", spec.purpose(), faults);
    if (!spec.purpose().isBlank() && !spec.purpose().startsWith(BEGINNING)) {
      faults.add("its purpose starts with `%s`".formatted(BEGINNING.strip()));
    }
    status("whileRunning", spec.whileRunning(), faults);
    status("whenDone", spec.whenDone(), faults);
    offer
        .form()
        .undescribed()
        .forEach(where -> faults.add("`%s` has no description".formatted(where)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the tool `%s`: %s".formatted(offer.name().value(), String.join("; ", faults)));
    }
  }

  private static void status(String what, String text, List<String> faults) {
    notBlank(what, text, faults);
    if (text.length() > LONGEST_STATUS) {
      faults.add("its %s is longer than %d characters".formatted(what, LONGEST_STATUS));
    }
  }

  private static void notBlank(String what, String text, List<String> faults) {
    if (text.isBlank()) {
      faults.add("it has no " + what);
    }
  }
}
