package dev.sallyport.adapters.out.crypto;

import java.security.GeneralSecurityException;

/// The JDK's ciphers without the exceptions of a JDK that lacks them.
final class Jca {
  private Jca() {}

  /// Does what every Java 25 can do.
  static <T> T with(Work<T> work) {
    try {
      return work.run();
    } catch (GeneralSecurityException e) {
      // the message of the JDK names algorithms and sizes, never a key
      throw new IllegalStateException("this Java lacks an algorithm that every Java 25 has", e);
    }
  }

  interface Work<T> {
    T run() throws GeneralSecurityException;
  }
}
