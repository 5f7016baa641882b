package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.VaultContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryVaultTest extends VaultContract {
  @Override
  protected Vault vault() {
    return new InMemoryVault();
  }
}
