package dev.sallyport.adapters.in.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// Where browsers may be sent: to a page that is as safe on its way as ours, or lies on this very
/// machine. It comes from a backend, which may hold what somebody typed there.
final class Destination {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Destination() {}

  /// The address as a header may carry it; empty for one that nobody is sent to.
  static Optional<String> of(String page) {
    try {
      URI uri = new URI(page);
      return isFine(uri) ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  // a user name before the host serves to make one host look like another
  private static boolean isFine(URI uri) {
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
  }
}
