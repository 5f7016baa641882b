package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.domain.vault.KeyStanding;

/// Holds the ring against what the database knows, and notes what is new in it.
public final class CheckKeysService implements CheckKeys {
  private final KeyRing ring;
  private final KeyChecks checks;

  public CheckKeysService(KeyRing ring, KeyChecks checks) {
    this.ring = ring;
    this.checks = checks;
  }

  @Override
  public KeyStanding check() {
    return switch (ring.state()) {
      case KeyRing.State.Unusable(String what, String remedy) ->
          new KeyStanding.Unusable(what, remedy);
      case KeyRing.State.Usable(var keys) -> KeyStanding.of(keys, checks.settle(keys));
    };
  }
}
