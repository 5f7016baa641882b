package dev.sallyport.adapters.out.json;

import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.ArgumentsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Read with Jackson,")
class JsonArgumentsTest extends ArgumentsContract {
  @Override
  protected Arguments arguments() {
    return new JsonArguments();
  }
}
