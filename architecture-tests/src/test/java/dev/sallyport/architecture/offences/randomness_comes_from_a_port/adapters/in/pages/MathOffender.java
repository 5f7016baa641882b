package dev.sallyport.architecture.offences.randomness_comes_from_a_port.adapters.in.pages;

final class MathOffender {
  double read() {
    return Math.random();
  }
}
