package dev.sallyport.bootstrap.settings;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a setting's text may be, and what becomes of it.
enum Kind {
  MODE("`development` or `production`"),
  LOG_FORMAT("`auto`, `text` or `json`"),
  TOOL_NAMES("`known` or `underscore`"),
  YES_OR_NO("`true` or `false`"),
  PORT("a whole number from 0 (any free port) to 65535"),
  COUNT_OR_NONE("a whole number from 0 to 1000000"),
  COUNT("a whole number from 1 to 1000000"),
  DURATION("a time such as `500ms`, `20s` or `2m`, from 100ms to 1h"),
  BYTES("a size such as `512KiB`, `32MiB` or `1GiB`, from 64KiB to 64GiB"),
  ORIGIN("an origin such as `https://door.example.org`: http or https, a host, no path"),
  ORIGINS("origins such as `https://claude.ai`, separated by commas, or nothing"),
  HOSTS("host names such as `door.example.org`, separated by commas, or nothing"),
  CLIENTS(
      "ids of clients, separated by commas: `api-keys` is whoever bears an API key, and `sallyport`,"
          + " our own pages, is none"),
  TOOLS("names of tools, or beginnings of names with `*` as their end, separated by commas"),
  ADDRESS("an IP address such as `127.0.0.1` or `::1`, or `localhost`"),
  FOLDER("the path of a folder"),
  FILE("the path of a file"),
  DATABASE_URL(
      "`jdbc:postgresql://HOST:PORT/NAME` or `jdbc:h2:file:PATH`, without user name or password; `sslmode`,"
          + " if any, `disable`, `allow`, `prefer`, `require`, `verify-ca` or `verify-full`"),
  REDIS_URL(
      "`redis://[:PASSWORD@]HOST[:PORT][/0 to /15]` or `rediss://…`, with special characters of the"
          + " password percent-encoded"),
  KEY("32 random bytes in base64, as `openssl rand -base64 32` makes them"),
  KEYS("one or more server keys in base64, separated by commas"),
  TEXT("a text that is not empty"),
  SECRET_TEXT("a text that is not empty");

  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})(KiB|MiB|GiB)");
  private static final Pattern HOST =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?:\\.(?!-)[a-z0-9-]{1,63})*");
  private static final Pattern TOOL =
      Pattern.compile("[a-zA-Z0-9_.-]{1,64}|[a-zA-Z0-9_.-]{0,63}\\*");
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MAX_PORT = 65_535;
  private static final int MAX_COUNT = 1_000_000;
  private static final int KEY_BYTES = 32;
  private static final long KIB = 1024;
  private static final long LEAST_BYTES = 64 * KIB;
  private static final long MOST_BYTES = 64 * KIB * KIB * KIB;

  private final String allowed;

  Kind(String allowed) {
    this.allowed = allowed;
  }

  /// What is allowed, for people.
  String allowed() {
    return allowed;
  }

  /// Whether it takes several values, which a file may list.
  boolean several() {
    return this == ORIGINS || this == HOSTS || this == KEYS || this == CLIENTS || this == TOOLS;
  }

  boolean secret() {
    return this == REDIS_URL || this == KEY || this == KEYS || this == SECRET_TEXT;
  }

  /// The value this text stands for; nothing if it stands for none.
  Optional<Object> read(String text) {
    return switch (this) {
      case MODE -> constant(Mode.class, text);
      case LOG_FORMAT -> constant(LogChoice.class, text);
      case TOOL_NAMES -> constant(ToolNaming.class, text);
      case YES_OR_NO -> yesOrNo(text);
      case PORT -> number(text, 0, MAX_PORT);
      case COUNT_OR_NONE -> number(text, 0, MAX_COUNT);
      case COUNT -> number(text, 1, MAX_COUNT);
      case DURATION -> duration(text);
      case BYTES -> bytes(text);
      case ORIGIN -> Urls.origin(text).map(Object.class::cast);
      case ORIGINS ->
          Listed.of(
              text, it -> Urls.origin(it).map(Object::toString).filter(it::equals).isPresent());
      case HOSTS -> Listed.of(text, it -> HOST.matcher(it).matches());
      case CLIENTS -> Listed.some(text, Kind::isClient);
      case TOOLS -> Listed.some(text, it -> TOOL.matcher(it).matches());
      case ADDRESS ->
          "localhost".equals(text) || Urls.literal(text) ? Optional.of(text) : Optional.empty();
      case FOLDER, FILE -> path(text);
      case DATABASE_URL -> databaseUrl(text);
      case REDIS_URL -> Urls.redis(text) ? Optional.of(Secret.of(text)) : Optional.empty();
      case KEY -> isKey(text) ? Optional.of(Secret.of(text)) : Optional.empty();
      case KEYS ->
          Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(Kind::isKey)
              ? Optional.of(Secret.of(text))
              : Optional.empty();
      case TEXT -> text.isBlank() ? Optional.empty() : Optional.of(text);
      case SECRET_TEXT -> text.isBlank() ? Optional.empty() : Optional.of(Secret.of(text));
    };
  }

  private static <E extends Enum<E>> Optional<Object> constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> yesOrNo(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> number(String text, int least, int most) {
    if (!text.matches("0|[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? Optional.empty() : Optional.of(number);
  }

  private static Optional<Object> duration(String text) {
    var parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String iso = "ms".equals(parts.group(2)) ? null : "PT" + text.toUpperCase(Locale.ROOT);
    try {
      Duration time =
          iso == null ? Duration.ofMillis(Long.parseLong(parts.group(1))) : Duration.parse(iso);
      return time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0
          ? Optional.empty()
          : Optional.of(time);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> bytes(String text) {
    var parts = SIZE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (parts.group(2)) {
          case "KiB" -> KIB;
          case "MiB" -> KIB * KIB;
          default -> KIB * KIB * KIB;
        };
    long bytes = Long.parseLong(parts.group(1)) * unit;
    return bytes < LEAST_BYTES || bytes > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
  }

  private static Optional<Object> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> databaseUrl(String text) {
    // what H2 can be told after a semicolon reaches as far as running files
    boolean h2 = text.matches("jdbc:h2:file:[^;\\s]+");
    return h2 || Urls.postgres(text) ? Optional.of(text) : Optional.empty();
  }

  // our own pages show what the person may do, and are no client to keep tools from
  private static boolean isClient(String text) {
    try {
      return !new ClientId(text).equals(ClientId.PAGES);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
