package dev.sallyport.application.backend;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A place on the web where a backend shows its things: all addresses of one scheme, host and port.
public record Site(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public Site {
    scheme = scheme.toLowerCase(Locale.ROOT);
    host = host.toLowerCase(Locale.ROOT);
  }

  /// The one that an address belongs to, as that which a backend is configured by.
  public static Site of(URI address) {
    return read(address)
        .orElseThrow(() -> new IllegalArgumentException("a site is http or https, and has a host"));
  }

  /// Whether the address is of this very site. One that is spelled in a way that browsers could
  /// read otherwise is of none.
  public boolean has(URI page) {
    return read(page).filter(this::equals).isPresent();
  }

  // what is no plain ASCII name of a host is none to `URI`
  private static Optional<Site> read(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return Optional.empty();
    }
    return switch (Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT)) {
      case "https" -> Optional.of(of(address, HTTPS));
      case "http" -> Optional.of(of(address, HTTP));
      default -> Optional.empty();
    };
  }

  private static Site of(URI address, int usual) {
    int port = address.getPort() < 0 ? usual : address.getPort();
    return new Site(address.getScheme(), address.getHost(), port);
  }
}
