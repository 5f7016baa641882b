package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.ArgumentsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Read by the fake,")
class FlatArgumentsTest extends ArgumentsContract {
  @Override
  protected Arguments arguments() {
    return new FlatArguments();
  }
}
