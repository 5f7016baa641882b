package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Waits for what a client replies by a later request, to whichever instance.
public interface AwaitReply {
  /// Gives out the name to be replied to, which nobody can guess; none where this grant waits for
  /// as many replies as it may.
  Optional<String> expect(Caller caller, Instant until, Listener listener);

  /// Nobody waits for it any longer.
  void forget(String name);

  /// Passes a reply on. One to a name that was never given to this grant, or for which nobody waits
  /// any more, is dropped as if it were taken.
  Passing reply(Caller caller, String name, String reply);

  /// What became of a reply.
  enum Passing {
    TAKEN,
    /// It was not: more waits for this grant than is picked up.
    TOO_MANY
  }

  /// Whoever waits. Must not keep those waiting who tell it something.
  interface Listener {
    /// The reply; nothing where none came before it or the grant was over, [#gone] or the house
    /// closed. Once.
    void told(@Nullable String reply);

    /// Whether nobody is there any more who could use it.
    default boolean gone() {
      return false;
    }
  }
}
