package dev.sallyport.adapters.in.pages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// What the path of a link says: `/go/<backend>/<kind>/<id>`.
///
/// Only the one spelling is taken that we give out, in which each octet of the id that is not
/// unreserved (RFC 3986, section 2.3) is escaped, in upper case, and no other. So one thing has one
/// address, and none that two readers could read differently.
record LinkPath(String backend, String kind, String id) {
  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  private static final String UPPER_HEX = "0123456789ABCDEF";
  private static final int PARTS = 5;
  private static final int ID = 4;
  private static final int ESCAPE = 3;

  /// Empty for any other path.
  static Optional<LinkPath> read(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length != PARTS
        || !parts[0].isEmpty()
        || !parts[1].equals("go")
        || !isPlain(parts[2])
        || !isPlain(parts[3])) {
      return Optional.empty();
    }
    return decoded(parts[ID]).map(id -> new LinkPath(parts[2], parts[3], id));
  }

  private static boolean isPlain(String part) {
    return !part.isEmpty() && part.chars().allMatch(LinkPath::isUnreserved);
  }

  private static Optional<String> decoded(String part) {
    ByteBuffer octets = ByteBuffer.allocate(part.length());
    int at = 0;
    while (at < part.length()) {
      char next = part.charAt(at);
      if (isUnreserved(next)) {
        octets.put((byte) next);
        at++;
      } else if (isEscape(part, at)) {
        octets.put((byte) octet(part, at));
        at += ESCAPE;
      } else {
        return Optional.empty();
      }
    }
    return part.isEmpty() ? Optional.empty() : text(octets.flip());
  }

  private static boolean isEscape(String part, int at) {
    return part.charAt(at) == '%'
        && at + ESCAPE <= part.length()
        && UPPER_HEX.indexOf(part.charAt(at + 1)) >= 0
        && UPPER_HEX.indexOf(part.charAt(at + 2)) >= 0
        && !isUnreserved(octet(part, at));
  }

  private static int octet(String part, int at) {
    return HexFormat.fromHexDigits(part, at + 1, at + ESCAPE);
  }

  private static boolean isUnreserved(int character) {
    return UNRESERVED.indexOf(character) >= 0;
  }

  private static Optional<String> text(ByteBuffer octets) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
