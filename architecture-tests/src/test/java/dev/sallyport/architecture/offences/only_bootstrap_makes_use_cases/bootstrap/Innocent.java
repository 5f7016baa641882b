package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.bootstrap;

import dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase.AskService;

final class Innocent {
  AskService made() {
    return new AskService();
  }
}
