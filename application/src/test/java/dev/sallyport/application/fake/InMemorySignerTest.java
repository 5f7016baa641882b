package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.application.port.out.SignerContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemorySignerTest extends SignerContract {
  private final Signer signer = new InMemorySigner();

  @Override
  protected Signer signer() {
    return signer;
  }
}
