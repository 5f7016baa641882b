package dev.sallyport.domain.claim;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.ToolName;
import java.util.Objects;

/// What makes two calls the same write.
///
/// @param value the caller's own key, or a hash of the arguments where it gave none
/// @param chosen whether the caller gave it; what nobody chose holds for a short while only
public record ClaimKey(GrantId grant, ToolName tool, String value, boolean chosen) {
  private static final int LONGEST = 128;

  public ClaimKey {
    Objects.requireNonNull(grant);
    Objects.requireNonNull(tool);
    if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(ClaimKey::isOdd)) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to %d printable characters".formatted(LONGEST));
    }
  }

  // no database stores all of these
  private static boolean isOdd(int c) {
    return Character.isISOControl(c) || Character.isSurrogate((char) c);
  }
}
