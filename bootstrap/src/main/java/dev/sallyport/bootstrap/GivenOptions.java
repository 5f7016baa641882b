package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options by which a command line gives settings.
final class GivenOptions {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 takes any free one (sallyport.listen.port).")
  private @Nullable String port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder for the H2 file and the key ring (sallyport.data).")
  private @Nullable String data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file of settings; also from SALLYPORT_CONFIG.")
  private @Nullable Path config;

  /// Together with the environment that the process was given.
  Given with(Map<String, String> environment) {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    if (port != null) {
      options.put(Setting.LISTEN_PORT, port);
    }
    if (data != null) {
      options.put(Setting.DATA, data);
    }
    Path file = config != null ? config : fromVariable(environment);
    return new Given(options, environment, Optional.ofNullable(file));
  }

  private static @Nullable Path fromVariable(Map<String, String> environment) {
    String name = environment.get(SettingsReader.FILE_VARIABLE);
    return name == null ? null : Path.of(name);
  }
}
