package dev.sallyport.application.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.application.port.out.PolicyReaderContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class ScriptedPolicyReaderTest extends PolicyReaderContract {
  @Override
  protected PolicyReader reader() {
    return new ScriptedPolicyReader();
  }

  @Override
  protected byte[] holding() {
    return "holds".getBytes(UTF_8);
  }

  @Override
  protected byte[] missing() {
    return "misses".getBytes(UTF_8);
  }

  @Override
  protected byte[] faulty() {
    return "neither".getBytes(UTF_8);
  }

  @Override
  protected byte[] call() {
    return "tool()".getBytes(UTF_8);
  }
}
