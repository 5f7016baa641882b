package dev.sallyport.benchmarks;

import dev.sallyport.application.port.out.Backend;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Puts the library into a house that finds this class behind its own.
@Factory
final class Shelves {
  private static final int TOOLS = 10;

  @Singleton
  Backend library() {
    return new Library(TOOLS);
  }
}
