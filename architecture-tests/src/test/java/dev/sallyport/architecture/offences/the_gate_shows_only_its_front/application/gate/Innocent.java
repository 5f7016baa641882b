package dev.sallyport.architecture.offences.the_gate_shows_only_its_front.application.gate;

final class Innocent {
  String says() {
    return "no";
  }
}
