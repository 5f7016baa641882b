package dev.sallyport.application.backend;

import dev.sallyport.domain.id.ClaimId;

/// What a tool may know and say of the claim it sends under.
public interface Sending {
  ClaimId claim();

  /// The key under which the backend knows this write again, where it can.
  default String deduplicationKey() {
    return part(0).deduplicationKey();
  }

  /// One of many sends in one call, counted from 0.
  Part part(int number);

  /// One send, claimed on its own.
  interface Part {
    /// Differs between all parts of all claims, and stays the same for this one.
    String deduplicationKey();

    /// Must be asked before the part goes out; only `GO` allows it to. Then it is durably recorded.
    Start start();

    /// Records how the part ended; `reference` is the backend's own name for it.
    void done(String reference);

    void failedBeforeSend();

    void unknown();
  }

  /// Whether a part may go out.
  enum Start {
    GO,
    /// It went out before; it must not go again.
    ALREADY_STARTED,
    /// It took so long that others took this for lost: neither this part nor any other may go.
    TOO_LATE
  }
}
