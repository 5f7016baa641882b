package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase;

final class InnocentService {
  private final Answer last;

  InnocentService() {
    this(new Answer("none"));
  }

  private InnocentService(Answer last) {
    this.last = last;
  }

  String last() {
    return last.text();
  }

  private record Answer(String text) {}
}
