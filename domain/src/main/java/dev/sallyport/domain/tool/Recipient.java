package dev.sallyport.domain.tool;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who would receive something, in the backend's own form: a phone number in E.164, an address, a
/// member. It never prints itself whole.
///
/// @param region the country it is reached in, as two letters, or nothing where that is not known
public record Recipient(Kind kind, String address, String region) {
  private static final int LONGEST = 320;

  public Recipient {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(region);
    if (address.isEmpty()
        || address.length() > LONGEST
        || address.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a recipient has 1 to %d printable characters".formatted(LONGEST));
    }
  }

  public static Recipient phone(String number, String region) {
    return new Recipient(Kind.PHONE, number, region);
  }

  public static Recipient member(String id) {
    return new Recipient(Kind.MEMBER, id, "");
  }

  /// The region is what is known of an address, and no part of whose it is.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recipient that && kind == that.kind && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + address.hashCode();
  }

  @Override
  public String toString() {
    return kind + "[…]";
  }

  /// How somebody is reached.
  public enum Kind {
    PHONE,
    EMAIL,
    /// Somebody known to the backend by an id.
    MEMBER
  }
}
