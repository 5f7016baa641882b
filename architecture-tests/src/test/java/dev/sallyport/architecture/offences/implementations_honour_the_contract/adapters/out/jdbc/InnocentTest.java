package dev.sallyport.architecture.offences.implementations_honour_the_contract.adapters.out.jdbc;

import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.Grants;
import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.GrantsContract;
import org.junit.jupiter.api.Nested;

final class InnocentTest {
  @Nested
  class On_one_database extends GrantsContract {
    @Override
    protected Grants grants() {
      return new Innocent();
    }
  }
}
