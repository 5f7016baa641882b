package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.InstallationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryInstallationsTest extends InstallationsContract {
  @Override
  protected Installations installations() {
    return new InMemoryInstallations();
  }
}
