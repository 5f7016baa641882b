package dev.sallyport.domain.claim;

/// How far a write has come.
public enum ClaimState {
  /// Recorded, and nothing sent.
  CLAIMED,
  /// About to be sent, or sent, and not answered yet.
  SENDING,
  /// Answered, with success or with a definite refusal.
  DONE,
  /// Nothing was sent, and that is certain.
  FAILED_BEFORE_SEND,
  /// Sent or perhaps sent, and nobody knows what came of it.
  UNKNOWN;

  public boolean leadsTo(ClaimState next) {
    return switch (this) {
      case CLAIMED -> next == SENDING || next == FAILED_BEFORE_SEND;
      case SENDING -> next == DONE || next == FAILED_BEFORE_SEND || next == UNKNOWN;
      // reading back found it, or an instance that was slow knows
      case UNKNOWN -> next == DONE || next == FAILED_BEFORE_SEND;
      case DONE, FAILED_BEFORE_SEND -> false;
    };
  }

  /// Whether it can still end in another state.
  public boolean isOpen() {
    return this == CLAIMED || this == SENDING;
  }
}
