package dev.sallyport.bootstrap.settings;

import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.ToolSets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings as they hold for one run: complete, typed, and never changed.
public record Settings(
    Mode mode,
    URI publicUrl,
    Path data,
    Listen listen,
    Limits limits,
    Database database,
    Optional<Secret> redisUrl,
    long cacheBytes,
    Keys keys,
    Optional<Path> policy,
    Door door,
    ToolSets toolSets,
    int sampleOutputs,
    boolean ledgerReads,
    LogChoice logFormat) {

  /// Where the server listens.
  public record Listen(String address, int port, boolean allInterfaces) {}

  /// What a peer may ask of the edge, and a running request of a stop.
  public record Limits(
      int connectionsPerAddress,
      int strangersPerAddress,
      int requestsPerToken,
      Duration headerTimeout,
      Duration bodyTimeout,
      Duration idleTimeout,
      Duration drain) {}

  /// From which pages, and under which names, assistants' requests may come, how lists spell the
  /// names of tools, and what carries messages besides POST.
  public record Door(
      List<String> origins,
      List<String> hosts,
      ToolNaming toolNames,
      List<String> stepUp,
      boolean websocket,
      boolean websocketHello,
      boolean httpSse) {
    public Door {
      origins = List.copyOf(origins);
      hosts = List.copyOf(hosts);
      stepUp = List.copyOf(stepUp);
    }
  }

  /// Which database; it is the embedded one when `embedded`.
  public record Database(
      String url, Optional<String> username, Optional<Secret> password, int poolSize) {
    public boolean embedded() {
      return url.startsWith("jdbc:h2:");
    }
  }

  /// The server key and others that only open, or whether a file may hold them.
  public record Keys(Optional<Secret> server, Optional<Secret> others, boolean allowFile) {}

  public boolean production() {
    return mode == Mode.PRODUCTION;
  }

  static Settings of(Map<Setting, Object> values, ToolSets toolSets) {
    var value = new Values(values);
    var listen =
        new Listen(
            value.of(Setting.LISTEN_ADDRESS, String.class),
            value.of(Setting.LISTEN_PORT, Integer.class),
            value.of(Setting.LISTEN_ALL_INTERFACES, Boolean.class));
    Path data = value.of(Setting.DATA, Path.class).toAbsolutePath().normalize();
    return new Settings(
        value.of(Setting.MODE, Mode.class),
        value
            .maybe(Setting.PUBLIC_URL, URI.class)
            .orElseGet(() -> URI.create("http://localhost:" + listen.port())),
        data,
        listen,
        limits(value),
        database(value, data),
        value.maybe(Setting.REDIS_URL, Secret.class),
        value.of(Setting.CACHE_BYTES, Long.class),
        new Keys(
            value.maybe(Setting.SERVER_KEY, Secret.class),
            value.maybe(Setting.OTHER_KEYS, Secret.class),
            value.of(Setting.KEYS_ALLOW_FILE, Boolean.class)),
        value.maybe(Setting.POLICY, Path.class).map(Path::toAbsolutePath),
        new Door(
            value.of(Setting.DOOR_ORIGINS, Listed.class).items(),
            value.maybe(Setting.DOOR_HOSTS, Listed.class).map(Listed::items).orElse(List.of()),
            value.of(Setting.DOOR_TOOL_NAMES, ToolNaming.class),
            value.maybe(Setting.DOOR_STEP_UP, Listed.class).map(Listed::items).orElse(List.of()),
            value.of(Setting.DOOR_WEBSOCKET, Boolean.class),
            value.of(Setting.DOOR_WEBSOCKET_HELLO, Boolean.class),
            value.of(Setting.DOOR_HTTP_SSE, Boolean.class)),
        toolSets,
        value.of(Setting.SAMPLE_OUTPUTS, Integer.class),
        value.of(Setting.LEDGER_READS, Boolean.class),
        value.of(Setting.LOG_FORMAT, LogChoice.class));
  }

  private static Limits limits(Values value) {
    return new Limits(
        value.of(Setting.CONNECTIONS_PER_ADDRESS, Integer.class),
        value.of(Setting.STRANGERS_PER_ADDRESS, Integer.class),
        value.of(Setting.REQUESTS_PER_TOKEN, Integer.class),
        value.of(Setting.HEADER_TIMEOUT, Duration.class),
        value.of(Setting.BODY_TIMEOUT, Duration.class),
        value.of(Setting.IDLE_TIMEOUT, Duration.class),
        value.of(Setting.DRAIN, Duration.class));
  }

  private static Database database(Values value, Path data) {
    return new Database(
        value
            .maybe(Setting.DATABASE_URL, String.class)
            .orElseGet(() -> "jdbc:h2:file:" + data.resolve("sallyport")),
        value.maybe(Setting.DATABASE_USERNAME, String.class),
        value.maybe(Setting.DATABASE_PASSWORD, Secret.class),
        value.of(Setting.DATABASE_POOL_SIZE, Integer.class));
  }

  private record Values(Map<Setting, Object> all) {
    Values {
      all = Map.copyOf(all);
    }

    <T> T of(Setting setting, Class<T> type) {
      return maybe(setting, type)
          .orElseThrow(() -> new IllegalStateException(setting.key() + " has no default"));
    }

    <T> Optional<T> maybe(Setting setting, Class<T> type) {
      return Optional.ofNullable(all.get(setting)).map(type::cast);
    }
  }
}
