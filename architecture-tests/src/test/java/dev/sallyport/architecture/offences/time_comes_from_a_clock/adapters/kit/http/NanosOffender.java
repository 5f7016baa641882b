package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.kit.http;

final class NanosOffender {
  long read() {
    return System.nanoTime();
  }
}
