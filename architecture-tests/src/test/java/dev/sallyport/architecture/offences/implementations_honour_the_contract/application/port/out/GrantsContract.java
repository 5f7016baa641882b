package dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out;

public abstract class GrantsContract {
  protected abstract Grants grants();
}
