package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import io.micronaut.context.annotation.Value;
import org.jspecify.annotations.Nullable;

final class ValueOffender {
  @Value("${title}")
  @Nullable String title;
}
