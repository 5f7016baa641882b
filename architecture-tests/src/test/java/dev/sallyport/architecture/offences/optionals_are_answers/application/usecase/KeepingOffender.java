package dev.sallyport.architecture.offences.optionals_are_answers.application.usecase;

import java.util.Optional;

final class KeepingOffender {
  private final Optional<String> note = Optional.empty();

  Optional<String> note() {
    return note;
  }
}
