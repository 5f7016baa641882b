package dev.sallyport.architecture.offences.optionals_are_answers.domain.grant;

import java.util.Optional;

record Innocent(Optional<String> note) {
  Optional<String> shown() {
    return note.map(text -> shown(Optional.of(text)));
  }

  private static String shown(Optional<String> text) {
    return text.orElse("");
  }
}
