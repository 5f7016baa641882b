package dev.sallyport.adapters.out.random;

import dev.sallyport.application.port.out.Randomness;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/// Chance from the operating system.
@Singleton
final class SecureRandomness implements Randomness {
  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
