package dev.sallyport.bootstrap.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses hold, so that nothing that takes them later stumbles over one.
final class Urls {
  private static final int MAX_PORT = 65_535;
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");
  private static final Pattern REDIS_DATABASE = Pattern.compile("(?:/(?:[0-9]|1[0-5]))?");
  private static final Pattern POSTGRES =
      Pattern.compile("jdbc:postgresql://([^/?#\\s]+)/([A-Za-z0-9_%-]+)(?:\\?(\\S*))?");
  private static final Pattern POSTGRES_HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[([^\\]]*:[^\\]]*)\\])(?::([0-9]{1,5}))?");
  private static final Set<String> CREDENTIALS =
      Set.of("service", "user", "password", "pguser", "pgpassword");
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private Urls() {}

  static Optional<URI> origin(String text) {
    return parsed(text)
        .filter(uri -> Set.of("http", "https").contains(uri.getScheme()))
        .filter(uri -> uri.getUserInfo() == null && uri.getRawPath().isEmpty());
  }

  static boolean redis(String text) {
    return parsed(text)
        .filter(uri -> Set.of("redis", "rediss").contains(uri.getScheme()))
        .filter(uri -> REDIS_DATABASE.matcher(uri.getRawPath()).matches())
        .isPresent();
  }

  static boolean postgres(String text) {
    var parts = POSTGRES.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      URLDecoder.decode(parts.group(2), StandardCharsets.UTF_8);
      return Arrays.stream(parts.group(1).split(",", -1)).allMatch(Urls::postgresHost)
          && (parts.group(3) == null
              || Arrays.stream(parts.group(3).split("&")).allMatch(Urls::postgresOption));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Never asks a name server, nor takes what only old systems take for an address.
  static boolean literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI uri = new URI(text);
      boolean holds =
          uri.getScheme() != null
              && uri.getHost() != null
              && !uri.getRawAuthority().endsWith(":")
              && (uri.getPort() == -1 || port(uri.getPort()))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return holds ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean port(int number) {
    return number >= 1 && number <= MAX_PORT;
  }

  private static boolean postgresHost(String text) {
    var parts = POSTGRES_HOST.matcher(text);
    return parts.matches()
        && (parts.group(1) == null || literal(parts.group(1)))
        && (parts.group(2) == null || port(Integer.parseInt(parts.group(2))));
  }

  private static boolean postgresOption(String text) {
    String[] parts = URLDecoder.decode(text, StandardCharsets.UTF_8).split("=", 2);
    String name = parts[0].toLowerCase(Locale.ROOT);
    return !CREDENTIALS.contains(name)
        && (!name.equals("sslmode") || (parts.length == 2 && SSL_MODES.contains(parts[1])));
  }
}
