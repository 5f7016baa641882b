package dev.sallyport.architecture.offences.use_cases_remember_safely.application.usecase;

import org.jspecify.annotations.Nullable;

final class Innocent {
  private final String name;
  private volatile @Nullable String last;

  Innocent(String name) {
    this.name = name;
  }

  @Nullable String swap(String next) {
    String before = last;
    last = name + next;
    return before;
  }
}
