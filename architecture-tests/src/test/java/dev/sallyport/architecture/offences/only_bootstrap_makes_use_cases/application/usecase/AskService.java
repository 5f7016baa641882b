package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.application.usecase;

public final class AskService {
  public AskService() {}
}
