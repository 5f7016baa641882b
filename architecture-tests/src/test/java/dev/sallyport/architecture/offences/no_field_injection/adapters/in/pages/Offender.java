package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

final class Offender {
  @Inject @Nullable String title;
}
