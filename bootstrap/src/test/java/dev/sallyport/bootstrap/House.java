package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A whole house in this process, for one test class: embedded database, free port.
final class House implements AutoCloseable {
  private final Server server;

  private House(Server server) {
    this.server = server;
  }

  static House in(Path data, Map<Setting, String> settings) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.LISTEN_PORT, "0");
    all.put(Setting.DATA, data.toString());
    all.putAll(settings);
    return new House(Server.start(SettingsReader.read(new Given(all, Map.of(), Optional.empty()))));
  }

  static House in(Path data) {
    return in(data, Map.of());
  }

  int port() {
    return server.port();
  }

  String origin() {
    return "http://127.0.0.1:" + port();
  }

  Wire wire() {
    return new Wire("127.0.0.1", port());
  }

  @Override
  public void close() {
    server.close();
  }
}
