package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.adapters.in.pages;

import dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase.AskService;

final class Offender {
  AskService made() {
    return new AskService();
  }
}
