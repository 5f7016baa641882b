package dev.sallyport.adapters.out.json;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Arguments;
import jakarta.inject.Singleton;

/// Reads and writes JSON by the records that tools take and answer.
@Singleton
final class JsonArguments implements Arguments {
  @Override
  public <I, O> Form<I, O> form(Tool<I, O> tool) {
    try {
      return new RecordForm<>(tool);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the tool `%s`: %s".formatted(tool.spec().name().value(), e.getMessage()), e);
    }
  }
}
