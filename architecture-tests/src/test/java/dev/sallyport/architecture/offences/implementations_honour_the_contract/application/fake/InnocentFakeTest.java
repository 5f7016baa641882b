package dev.sallyport.architecture.offences.implementations_honour_the_contract.application.fake;

import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.Grants;
import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.GrantsContract;

final class InnocentFakeTest extends GrantsContract {
  @Override
  protected Grants grants() {
    return new InnocentFake();
  }
}
