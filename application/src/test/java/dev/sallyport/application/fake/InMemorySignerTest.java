package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.application.port.out.SignerContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemorySignerTest extends SignerContract {
  @Override
  protected Signer signer() {
    return new InMemorySigner();
  }
}
