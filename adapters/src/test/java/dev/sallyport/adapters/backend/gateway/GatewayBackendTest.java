package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.adapters.testbed.Handmade;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.BackendContract;
import dev.sallyport.domain.tool.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Among the gateway's own tools,")
class GatewayBackendTest extends BackendContract {
  private final Backend backend = new GatewayBackend("https://sally.example");
  private final Others others = new Others(_ -> true);

  static Arguments json() {
    return new Handmade().adapter("out.json.JsonArguments").get(Arguments.class);
  }

  /// What a tool gets to see that asks these others.
  static Access asking(Gateway others) {
    return reaching(_ -> true, others);
  }

  @Override
  protected Backend backend() {
    return backend;
  }

  @Override
  protected Arguments arguments() {
    return json();
  }

  @Override
  protected Map<String, String> examples() {
    return Map.of(
        "search", "{\"query\":\"plan\"}",
        "fetch", "{\"id\":\"chat:message:7:12/ä b\"}",
        "whoami", "{}");
  }

  @Override
  protected Access access() {
    return reaching(Others.HOME::equals, others);
  }

  @Override
  protected Gateway gateway(Predicate<Place> reach) {
    return new Others(reach);
  }

  @Override
  protected Object state() {
    return List.copyOf(others.looked);
  }
}
