package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Where one instance leaves what another waits for. Throws [dev.sallyport.application.Unavailable]
/// while the store is away.
public interface Mailbox {
  /// How many letters of one grant may wait.
  int MOST_OF_A_GRANT = 64;

  /// Leaves a letter. Must leave none where as many of its grant wait already, but for what is left
  /// at the same time.
  Leaving leave(TenantScope scope, Letter letter, Instant at);

  /// Takes what was left for an instance, in the order in which it was left. Of those who take at
  /// the same time, one must get a letter and the others not. What is over stays where it is.
  List<Letter> take(TenantScope scope, String node, Instant at);

  /// Throws away what is over, of every organization, and tells how many letters that were.
  int forgetExpired(Instant at);

  /// Whether there was room.
  enum Leaving {
    LEFT,
    FULL
  }

  /// Something for somebody who waits at one instance.
  ///
  /// @param node the instance
  /// @param name by which it knows who waits
  /// @param grant of whoever left it
  /// @param text what only the person's key opens
  /// @param until when nobody waits for it any more
  record Letter(String node, String name, GrantId grant, Sealed text, Instant until) {
    public Letter {
      Objects.requireNonNull(node);
      Objects.requireNonNull(name);
      Objects.requireNonNull(grant);
      Objects.requireNonNull(text);
      Objects.requireNonNull(until);
    }
  }
}
