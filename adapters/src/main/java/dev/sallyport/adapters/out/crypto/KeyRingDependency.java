package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyStanding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// The key ring as something to lean on: it is up while it can open what the database holds.
///
/// Asked each time, so that a database that comes back is checked before it is trusted, and an
/// instance learns of keys that it was not given.
@Singleton
final class KeyRingDependency implements Dependency {
  private final KeyRing ring;
  private final KeyChecks checks;

  KeyRingDependency(KeyRing ring, KeyChecks checks) {
    this.ring = ring;
    this.checks = checks;
  }

  @Override
  public String name() {
    return "keyring";
  }

  @Override
  public Need need() {
    return Need.REQUIRED;
  }

  @Override
  public Health health() {
    try {
      return switch (ring.state()) {
        case KeyRing.State.Unusable(String what, _) -> new Health.Down(what);
        case KeyRing.State.Usable(var keys) -> healthOf(KeyStanding.of(keys, checks.settle(keys)));
      };
    } catch (Unavailable _) {
      return new Health.Down("they cannot be checked while the database is away");
    }
  }

  private static Health healthOf(KeyStanding standing) {
    return switch (standing) {
      case KeyStanding.Sound _ -> new Health.Up();
      case KeyStanding.Unusable(String what, _) -> new Health.Down(what);
      case KeyStanding.Lacking(var unknown) ->
          new Health.Down("the database was used with other keys " + listed(unknown));
      case KeyStanding.Differing(var different) ->
          new Health.Down("not the keys the database was used with " + listed(different));
    };
  }

  private static String listed(List<KeyId> ids) {
    return ids.stream().map(KeyId::value).collect(Collectors.joining(", ", "(", ")"));
  }
}
