package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.KeyRing;

/// A key ring with its keys, for those in this package who work with them.
interface HeldRing extends KeyRing {
  /// Only once [#state()] said that it can be used.
  Ring ring();
}
