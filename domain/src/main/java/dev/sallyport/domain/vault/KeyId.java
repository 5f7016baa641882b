package dev.sallyport.domain.vault;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names a key. It is derived from the key and tells nothing about it.
public record KeyId(String value) {
  /// How many bytes spell one.
  public static final int BYTES = 8;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public KeyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a key id is 16 lower-case hex digits");
    }
  }

  /// The id that these 8 bytes spell.
  public static KeyId of(byte[] bytes) {
    return new KeyId(HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }
}
