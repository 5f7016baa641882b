package dev.sallyport.domain.vault;

import java.util.HexFormat;
import java.util.Objects;

/// A keyed hash that stands for a text. The same text has the same one as long as the key lives;
/// without the key nobody can tell whose it was.
public record Pseudonym(Bytes value) {
  public Pseudonym {
    Objects.requireNonNull(value);
  }

  public static Pseudonym of(byte[] value) {
    return new Pseudonym(Bytes.of(value));
  }

  public String hex() {
    return HexFormat.of().formatHex(value.toArray());
  }
}
