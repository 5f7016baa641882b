package dev.sallyport.architecture.offences.values_are_immutable.domain.grant;

final class Innocent {
  private static final int MOST = 3;
  private final int calls;

  Innocent(int calls) {
    this.calls = Math.min(calls, MOST);
  }

  int calls() {
    return calls;
  }
}
