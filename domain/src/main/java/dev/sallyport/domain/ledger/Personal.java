package dev.sallyport.domain.ledger;

import dev.sallyport.domain.vault.Bytes;

/// What an entry tells of people, sealed under the person's key before it gets here.
///
/// The chain runs over the ciphertext: when the key is destroyed nobody can read this any more, and
/// the ledger still verifies.
public record Personal(Bytes ciphertext) {
  public static final int LONGEST = 16_384;
  private static final Personal NONE = new Personal(Bytes.of(new byte[0]));

  public Personal {
    if (ciphertext.size() > LONGEST) {
      throw new IllegalArgumentException(
          "the personal part has at most %d bytes".formatted(LONGEST));
    }
  }

  public static Personal none() {
    return NONE;
  }

  public boolean absent() {
    return ciphertext.size() == 0;
  }
}
