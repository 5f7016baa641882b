package dev.sallyport.domain.instance;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one set of data, whichever instances serve it.
public record InstallationId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
  private static final int BYTES = 16;

  public InstallationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an installation id is 32 lower-case hex digits");
    }
  }

  /// The id that these 16 bytes spell.
  public static InstallationId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("an installation id is made of 16 bytes");
    }
    return new InstallationId(HexFormat.of().formatHex(bytes));
  }
}
