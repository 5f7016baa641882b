package dev.sallyport.adapters.kit.http;

import io.micronaut.context.BeanProvider;
import java.util.stream.Stream;

/// A house whose edge serves nothing by itself.
final class NoShortcuts implements BeanProvider<Shortcut> {
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
