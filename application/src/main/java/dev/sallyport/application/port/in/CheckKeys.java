package dev.sallyport.application.port.in;

import dev.sallyport.domain.vault.KeyStanding;

/// Tells whether the key ring can open what the database holds.
public interface CheckKeys {
  /// Throws `Unavailable` while the database is away.
  KeyStanding check();
}
