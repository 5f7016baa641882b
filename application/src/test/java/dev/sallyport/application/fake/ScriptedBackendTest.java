package dev.sallyport.application.fake;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.BackendContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;

@DisplayName("As the test says,")
class ScriptedBackendTest extends BackendContract {
  private static final String EXAMPLE = "{\"space\":\"home\",\"text\":\"t\",\"to\":\"+15550001\"}";

  private final ScriptedBackend backend = new ScriptedBackend("chat", Backend.Linking.NONE);

  @Override
  protected Backend backend() {
    return backend;
  }

  @Override
  protected Arguments arguments() {
    return new FlatArguments();
  }

  @Override
  protected Map<String, String> examples() {
    return backend.tools().stream()
        .collect(Collectors.toMap(tool -> tool.spec().name().value(), _ -> EXAMPLE));
  }

  @Override
  protected Access access() {
    return reaching(place -> place.equals(backend.space("home")), Optional.empty());
  }

  @Override
  protected Object state() {
    List<ScriptedBackend.Asked> asked = backend.asked();
    return asked.stream().filter(it -> it.what() == ScriptedBackend.What.ACT).toList();
  }
}
