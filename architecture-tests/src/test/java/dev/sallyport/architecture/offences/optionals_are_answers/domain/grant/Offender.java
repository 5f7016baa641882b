package dev.sallyport.architecture.offences.optionals_are_answers.domain.grant;

import java.util.Optional;

final class Offender {
  String show(Optional<String> note) {
    return note.orElse("");
  }
}
