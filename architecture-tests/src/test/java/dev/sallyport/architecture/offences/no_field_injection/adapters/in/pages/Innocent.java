package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;

final class Innocent {
  final String title;

  @Inject
  Innocent(@Value("${title}") String title) {
    this.title = title;
  }
}
