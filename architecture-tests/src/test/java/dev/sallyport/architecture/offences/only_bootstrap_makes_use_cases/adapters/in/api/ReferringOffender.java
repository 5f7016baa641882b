package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.adapters.in.api;

import dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase.AskService;
import java.util.function.Supplier;

final class ReferringOffender {
  Supplier<AskService> maker() {
    return AskService::new;
  }
}
