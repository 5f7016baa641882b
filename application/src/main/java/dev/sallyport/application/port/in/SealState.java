package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Duration;
import java.util.Objects;

/// Seals what a client carries for us from one request to the next, so that it comes back unread,
/// unchanged, in time, and from the grant it was given to.
public interface SealState {
  /// Seals it for this grant alone.
  ///
  /// @param binding what it belongs to, as the method and its arguments; it opens for nothing else
  String seal(Caller caller, String binding, String state, Duration lasting);

  /// What does not open is counted for the grant, and after too much of it nobody looks any more.
  Opening open(Caller caller, String binding, String sealed);

  /// Whether it opened.
  sealed interface Opening {
    /// As it was sealed.
    record Opened(String state) implements Opening {
      public Opened {
        Objects.requireNonNull(state);
      }

      /// Without what is in it.
      @Override
      public String toString() {
        return "Opened[…]";
      }
    }

    /// It was never sealed for this, or was changed.
    record Foreign() implements Opening {}

    /// It is too old.
    record Expired() implements Opening {}

    /// Nobody looked, since too much of this grant did not open.
    record TooMany(Duration pause) implements Opening {
      public TooMany {
        Objects.requireNonNull(pause);
      }
    }
  }
}
