package dev.sallyport.architecture.offences.optionals_are_answers.application.usecase;

import java.util.Optional;

final class ConstructedOffender {
  private final String note;

  ConstructedOffender(Optional<String> note) {
    this.note = note.orElse("");
  }

  String note() {
    return note;
  }
}
