package dev.sallyport.adapters.in.mcp;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// From which pages the door may be called, and under which names.
///
/// A page of somebody else could make its name lead here and call with the browser's help; what it
/// cannot do is call under our name, or hide its own.
@Singleton
final class Surroundings {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final int MOST_KNOWN = 100;

  private final Set<String> origins;
  // as they were written, and found to be ours
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> hosts = new HashSet<>(LOOPBACK);

  Surroundings(DoorSettings settings, @Property(name = "sallyport.public-url") URI publicUrl) {
    origins = Set.copyOf(settings.origins());
    hosts.addAll(settings.hosts());
    hosts.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
  }

  boolean allowsOrigin(String origin) {
    return origins.contains(origin) || isLoopbackOrigin(origin);
  }

  /// Whether a `Host` names us, on whichever port.
  boolean isOurs(String host) {
    if (known.contains(host)) {
      return true;
    }
    boolean ours =
        hostIn("http://" + host)
            .filter(it -> hosts.contains(it.toLowerCase(Locale.ROOT)))
            .isPresent();
    if (ours && known.size() < MOST_KNOWN) {
      known.add(host);
    }
    return ours;
  }

  private static boolean isLoopbackOrigin(String origin) {
    return (origin.startsWith("http://") || origin.startsWith("https://"))
        && hostIn(origin).filter(LOOPBACK::contains).isPresent();
  }

  private static Optional<String> hostIn(String url) {
    try {
      URI uri = new URI(url);
      boolean bare =
          uri.getUserInfo() == null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return bare ? Optional.ofNullable(uri.getHost()) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
