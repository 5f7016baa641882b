package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Instant;
import java.util.Set;

/// Tells callers when what they may know of has changed, whichever instance it was changed at.
public interface FollowCatalogue extends AutoCloseable {
  /// Begins to follow, and tells the follower so first. It ends when the caller's grant does, at
  /// that time, or when the house closes.
  Attempt follow(Caller caller, Instant until, Follower follower);

  /// Ends all that follow, and whoever begins after it.
  @Override
  void close();

  /// Whether there is room for one more.
  enum Attempt {
    FOLLOWING,
    TOO_MANY
  }

  /// What can change.
  enum Shelf {
    TOOLS,
    PROMPTS,
    RESOURCES
  }

  /// Somebody who follows. It is told one thing at a time, and must not keep who tells it waiting.
  interface Follower {
    void begins();

    /// These are other than they were, to this caller. Told once for each time.
    void changed(Set<Shelf> shelves);

    /// Nothing more comes.
    void ended();

    /// Whether nobody is there any more.
    boolean gone();
  }
}
