package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeysContract;
import dev.sallyport.application.port.out.Vault;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryPersonKeysTest extends PersonKeysContract {
  @Override
  protected PersonKeys personKeys(Vault vault) {
    return new InMemoryPersonKeys(vault);
  }
}
