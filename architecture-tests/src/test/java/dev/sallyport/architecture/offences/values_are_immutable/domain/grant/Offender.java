package dev.sallyport.architecture.offences.values_are_immutable.domain.grant;

final class Offender {
  private int calls;

  int call() {
    calls++;
    return calls;
  }
}
