package dev.sallyport.domain.vault;

import java.util.Objects;

/// Bytes sealed under a data key. The envelope begins with its version and the id of that key.
public record Sealed(Bytes envelope) {
  public Sealed {
    Objects.requireNonNull(envelope);
  }

  public static Sealed of(byte[] envelope) {
    return new Sealed(Bytes.of(envelope));
  }
}
