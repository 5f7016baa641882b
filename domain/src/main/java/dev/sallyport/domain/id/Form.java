package dev.sallyport.domain.id;

import java.time.Instant;
import java.util.HexFormat;

/// What the ids of this package look like.
final class Form {
  private static final int MINTED_LENGTH = 32;
  private static final int MINTED_BYTES = 16;
  private static final int TIME_DIGITS = 12;
  private static final int BYTES_BEHIND_TIME = 10;

  private Form() {}

  /// 32 lower-case hex digits: 128 bits that nobody can guess.
  static String minted(String value) {
    boolean fits = value.length() == MINTED_LENGTH;
    for (int i = 0; fits && i < MINTED_LENGTH; i++) {
      char c = value.charAt(i);
      fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!fits) {
      throw new IllegalArgumentException("an id is 32 lower-case hex digits");
    }
    return value;
  }

  static String minted(byte[] bytes) {
    if (bytes.length != MINTED_BYTES) {
      throw new IllegalArgumentException("an id is made of 16 bytes");
    }
    return HexFormat.of().formatHex(bytes);
  }

  /// The same with its time in front, to the millisecond, and 80 bits behind it that nobody can
  /// guess: what is stored in the order of its coming then lies in that order by its id, too.
  static String minted(Instant at, byte[] bytes) {
    if (bytes.length != BYTES_BEHIND_TIME) {
      throw new IllegalArgumentException("an id is made of a time and 10 bytes");
    }
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(at.toEpochMilli(), TIME_DIGITS) + hex.formatHex(bytes);
  }

  /// Somebody else's name for something: anything that can be printed, within a length.
  static String foreign(String value, int longest) {
    if (value.isEmpty() || value.length() > longest) {
      throw new IllegalArgumentException("an id has 1 to %d characters".formatted(longest));
    }
    if (value.codePoints().anyMatch(Form::unprintable)) {
      throw new IllegalArgumentException("an id holds printable characters only");
    }
    return value;
  }

  private static boolean unprintable(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.UNASSIGNED;
  }
}
