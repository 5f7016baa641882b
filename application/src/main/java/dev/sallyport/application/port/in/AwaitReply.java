package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Waits for what a client replies by a later request, to whichever instance.
public interface AwaitReply {
  /// Gives out the name to be replied to, which nobody can guess.
  ///
  /// @param told the reply, or that none came before it was over or the house closed; once
  String expect(Caller caller, Instant until, Consumer<Optional<String>> told);

  /// Nobody waits for it any longer.
  void forget(String name);

  /// Passes a reply on. One to a name that was never given to this grant, or for which nobody waits
  /// any more, is dropped.
  void reply(Caller caller, String name, String reply);
}
