package dev.sallyport.bootstrap.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where settings come from, the stronger over the weaker: the command line, the environment, a
/// file.
public record Given(
    Map<Setting, String> commandLine, Map<String, String> environment, Optional<Path> file) {
  public Given {
    commandLine = Map.copyOf(commandLine);
    environment = Map.copyOf(environment);
  }
}
