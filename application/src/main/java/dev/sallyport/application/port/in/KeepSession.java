package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Instant;

/// Lets a client say in other requests what one request of its stays open for, whichever instances
/// they reach.
public interface KeepSession {
  /// Gives out the session's name, which nobody can guess and which is of use to this grant alone.
  /// It lasts until that time, until it is ended, or until the house closes.
  String open(Caller caller, Instant until, Listener listener);

  /// Ends it, without a word to its listener.
  void end(String session);

  /// Passes on what was said in it, if it is kept here; from memory alone.
  Delivery deliver(Caller caller, String session, String message);

  /// Leaves what was said for the instance that keeps it, which is written down.
  Delivery leave(Caller caller, String session, String message);

  /// Where a message got to.
  enum Delivery {
    /// To whoever keeps the session; whether another instance still keeps it is not known here.
    DELIVERED,
    /// Nowhere yet: if it is kept, then by another instance.
    ELSEWHERE,
    /// Nowhere: there is no such session for this grant.
    UNKNOWN,
    /// Nowhere: more waits for this grant than is picked up.
    TOO_MANY
  }

  /// Whoever keeps a session. Must not keep those waiting who tell it something.
  interface Listener {
    void heard(String message);

    /// Nothing more comes.
    void ended();
  }
}
