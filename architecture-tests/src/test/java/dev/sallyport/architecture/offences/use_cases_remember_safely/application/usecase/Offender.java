package dev.sallyport.architecture.offences.use_cases_remember_safely.application.usecase;

final class Offender {
  private int calls;

  int call() {
    calls++;
    return calls;
  }
}
