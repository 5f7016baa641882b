package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase;

final class SiblingOffender {
  AskService made() {
    return new AskService();
  }
}
