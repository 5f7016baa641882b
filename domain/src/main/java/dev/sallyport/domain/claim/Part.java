package dev.sallyport.domain.claim;

import java.util.Objects;

/// One of many sends under one claim.
///
/// @param reference the backend's own name for what was sent, where it told one
public record Part(int number, State state, String reference) {
  private static final int LONGEST_REFERENCE = 256;

  public Part {
    Objects.requireNonNull(state);
    if (number < 0 || reference.length() > LONGEST_REFERENCE) {
      throw new IllegalArgumentException("a part has a number from 0 and a short reference");
    }
  }

  /// How far it has come.
  public enum State {
    STARTED,
    DONE,
    FAILED_BEFORE_SEND,
    UNKNOWN
  }
}
