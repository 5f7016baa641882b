package dev.sallyport.architecture.offences.values_are_immutable.application.usecase;

import org.jspecify.annotations.Nullable;

final class InnocentService {
  private volatile @Nullable String last;

  @Nullable String swap(String next) {
    String before = last;
    last = next;
    return before;
  }
}
