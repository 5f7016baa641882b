package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.domain.id.BackendId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What things are called from outside, and where they are shown: `chat:message:7.12`, and our own
/// address of it, which leads on to the backend's page for whoever may see it.
final class Links {
  private static final String BETWEEN = ":";
  private static final int PARTS = 3;
  // RFC 3986, section 2.3
  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

  private final String origin;

  Links(String publicUrl) {
    origin = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  /// Empty for what can be the id of nothing.
  static Optional<Link> read(String id) {
    String[] parts = id.split(BETWEEN, PARTS);
    return parts.length < PARTS ? Optional.empty() : read(parts[0], parts[1], parts[2]);
  }

  /// The same, of what was apart already.
  static Optional<Link> read(String backend, String kind, String id) {
    try {
      return Optional.of(new Link(new BackendId(backend), new Reference(kind, id)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  String address(Link link) {
    return String.join(
        "/",
        origin,
        "go",
        link.backend().value(),
        link.reference().kind(),
        escaped(link.reference().id()));
  }

  private static String escaped(String id) {
    var text = new StringBuilder();
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved((char) octet)) {
        text.append((char) octet);
      } else {
        text.append("%%%02X".formatted(octet));
      }
    }
    return text.toString();
  }

  private static boolean isUnreserved(char octet) {
    return UNRESERVED.indexOf(octet) >= 0;
  }

  /// One thing of one backend.
  record Link(BackendId backend, Reference reference) {
    String id() {
      return String.join(BETWEEN, backend.value(), reference.kind(), reference.id());
    }
  }
}
