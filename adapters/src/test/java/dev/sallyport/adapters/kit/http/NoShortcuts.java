package dev.sallyport.adapters.kit.http;

import io.micronaut.context.BeanProvider;
import java.time.InstantSource;
import java.util.stream.Stream;

/// A house whose edge serves nothing by itself.
final class NoShortcuts implements BeanProvider<Shortcut> {
  /// How such an edge refuses.
  static Refusals refusals(EdgeSettings settings) {
    return new Refusals(
        new SecurityHeaders(settings),
        () -> "12345678",
        new AccessLog(InstantSource.system()),
        new NoShortcuts());
  }

  @Override
  public Shortcut get() {
    throw new IllegalStateException();
  }

  @Override
  public boolean isPresent() {
    return false;
  }

  @Override
  public Stream<Shortcut> stream() {
    return Stream.empty();
  }
}
