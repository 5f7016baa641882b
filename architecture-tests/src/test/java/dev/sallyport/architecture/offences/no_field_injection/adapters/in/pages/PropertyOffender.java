package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import io.micronaut.context.annotation.Property;
import org.jspecify.annotations.Nullable;

final class PropertyOffender {
  @Property(name = "title")
  @Nullable String title;
}
