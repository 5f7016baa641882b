package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.out.jdbc;

final class MillisOffender {
  long read() {
    return System.currentTimeMillis();
  }
}
