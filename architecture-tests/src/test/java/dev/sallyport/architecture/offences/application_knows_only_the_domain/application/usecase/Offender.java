package dev.sallyport.architecture.offences.application_knows_only_the_domain.application.usecase;

import jakarta.inject.Inject;

final class Offender {
  @Inject
  Offender() {}
}
