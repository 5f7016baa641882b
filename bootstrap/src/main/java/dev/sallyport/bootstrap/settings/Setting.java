package dev.sallyport.bootstrap.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that can be set. What is not here does not exist, and setting it stops the start.
///
/// A setting comes with the capability it steers, never before it.
public enum Setting {
  MODE(
      "mode",
      Kind.MODE,
      "development",
      "How strict the house is: production refuses what is unsafe."),
  PUBLIC_URL(
      "public-url",
      Kind.ORIGIN,
      null,
      "Where people and assistants reach it. Without it: http://localhost and the port."),
  DATA("data", Kind.FOLDER, "./data", "Folder for the H2 file and the key ring."),
  LISTEN_ADDRESS("listen.address", Kind.ADDRESS, "127.0.0.1", "Address the server listens on."),
  LISTEN_PORT("listen.port", Kind.PORT, "8080", "Port the server listens on."),
  LISTEN_ALL_INTERFACES(
      "listen.all-interfaces",
      Kind.YES_OR_NO,
      "false",
      "Says that listening on every interface in development is meant."),
  CONNECTIONS_PER_ADDRESS(
      "limits.connections-per-address",
      Kind.COUNT,
      "256",
      "Open connections from one address. Behind a proxy, all come from the proxy's."),
  STRANGERS_PER_ADDRESS(
      "limits.strangers-per-address",
      Kind.COUNT,
      "120",
      "Requests to /mcp and /go without a good token that one address may send in a minute."),
  REQUESTS_PER_TOKEN(
      "limits.requests-per-token",
      Kind.COUNT,
      "6000",
      "Requests that count against no limit of a plan, such as lists, that one token may send in a"
          + " minute to one instance."),
  HEADER_TIMEOUT(
      "limits.header-timeout",
      Kind.DURATION,
      "10s",
      "Time in which a request's headers must arrive."),
  BODY_TIMEOUT(
      "limits.body-timeout", Kind.DURATION, "30s", "Time in which a request's body must arrive."),
  IDLE_TIMEOUT(
      "limits.idle-timeout",
      Kind.DURATION,
      "60s",
      "Time after which a connection is closed on which nothing is asked or answered, in whole seconds."),
  DRAIN(
      "limits.drain", Kind.DURATION, "20s", "Time that running requests get when the house stops."),
  DATABASE_URL(
      "database.url",
      Kind.DATABASE_URL,
      null,
      "The database. Without it: an H2 file in the data folder."),
  DATABASE_USERNAME("database.username", Kind.TEXT, null, "Who the house is to the database."),
  DATABASE_PASSWORD("database.password", Kind.SECRET_TEXT, null, "How it proves that."),
  DATABASE_POOL_SIZE(
      "database.pool-size", Kind.COUNT, "10", "Connections to the database, at most."),
  REDIS_URL(
      "redis.url", Kind.REDIS_URL, null, "Redis, which several instances share. Without it: none."),
  CACHE_BYTES(
      "cache.bytes", Kind.BYTES, "32MiB", "Memory for answers of reads that are kept a while."),
  SERVER_KEY(
      "keys.server",
      Kind.KEY,
      null,
      "The server key. Without it, development keeps a generated key ring in the data folder."),
  OTHER_KEYS(
      "keys.others",
      Kind.KEYS,
      null,
      "Server keys that seal nothing new and open what they sealed: those before the server key,"
          + " and the next one while instances are told of it."),
  KEYS_ALLOW_FILE(
      "keys.allow-file",
      Kind.YES_OR_NO,
      "false",
      "Says that a key ring in the data folder is meant in production."),
  POLICY(
      "policy",
      Kind.FILE,
      null,
      "The operator's own rules (docs/policy.md). Without it: the standing rules alone."),
  DOOR_ORIGINS(
      "door.origins",
      Kind.ORIGINS,
      "https://chatgpt.com,https://chat.openai.com,https://claude.ai,https://claude.com",
      "Pages that may call /mcp from a browser, besides those of this machine."),
  DOOR_HOSTS(
      "door.hosts",
      Kind.HOSTS,
      null,
      "Names under which /mcp is reached, besides that of the public URL and of this machine."),
  DOOR_TOOL_NAMES(
      "door.tool-names",
      Kind.TOOL_NAMES,
      "known",
      "How lists spell names of tools: `underscore` is for hosts that refuse dots and hyphens."
          + " Calls may spell them either way."),
  DOOR_STEP_UP(
      "door.step-up",
      Kind.CLIENTS,
      null,
      "Clients that are known to ask the person for more when they hear 403. All others read in a"
          + " result which scope they lack."),
  DOOR_WEBSOCKET(
      "door.websocket", Kind.YES_OR_NO, "false", "Serves MCP over WebSocket, too, at /mcp/ws."),
  DOOR_WEBSOCKET_HELLO(
      "door.websocket-hello",
      Kind.YES_OR_NO,
      "false",
      "Greets whoever opens a WebSocket with a notification that no revision of MCP knows."),
  DOOR_HTTP_SSE(
      "door.http-sse",
      Kind.YES_OR_NO,
      "false",
      "Serves MCP the way of 2024-11-05, too, at /sse and /messages."),
  SAMPLE_OUTPUTS(
      "gate.sample-outputs",
      Kind.COUNT_OR_NONE,
      "100",
      "Of how many answers of a tool one is held against its output schema, besides its first ten."
          + " 0: of none."),
  LEDGER_READS(
      "ledger.reads",
      Kind.YES_OR_NO,
      "true",
      "Whether reads that were allowed get entries in the ledger. Denials and writes always do."),
  LOG_FORMAT(
      "log.format", Kind.LOG_FORMAT, "auto", "Log lines: JSON in production, text otherwise.");

  static final String ROOT = "sallyport";

  private final String path;
  private final Kind kind;
  private final @Nullable String fallback;
  private final String purpose;

  Setting(String path, Kind kind, @Nullable String fallback, String purpose) {
    this.path = path;
    this.kind = kind;
    this.fallback = fallback;
    this.purpose = purpose;
  }

  /// The setting of this full key, such as `sallyport.listen.port`.
  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /// The setting this environment variable sets.
  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst();
  }

  public String key() {
    return ROOT + "." + path;
  }

  public String variable() {
    return key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// What holds when nothing is set; some have nothing fixed, and their purpose says what happens.
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  public String allowed() {
    return kind.allowed();
  }

  public String purpose() {
    return purpose;
  }

  public boolean secret() {
    return kind.secret();
  }

  Kind kind() {
    return kind;
  }
}
