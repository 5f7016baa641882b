package dev.sallyport.architecture.offences.use_cases_remember_safely.application.gate;

final class GateOffender {
  private int calls;

  int call() {
    calls++;
    return calls;
  }
}
