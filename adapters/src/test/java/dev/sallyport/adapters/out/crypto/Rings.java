package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.fake.InMemoryKeyChecks;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.secret.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rings for tests: of keys that are settings, and of files.
final class Rings {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final Path NOWHERE = Path.of("/nowhere");

  private Rings() {}

  /// The current key last, as ids of no meaning: the number is the key.
  static GivenKeyRing given(int current, int... others) {
    return new GivenKeyRing(
        new KeyRingSettings(
            NOWHERE,
            Secret.of(key(current)),
            others.length == 0
                ? null
                : Secret.of(
                    IntStream.of(others).mapToObj(Rings::key).collect(Collectors.joining(",")))));
  }

  static String key(int number) {
    byte[] key = new byte[ServerKey.BYTES];
    key[0] = (byte) number;
    return Base64.getEncoder().encodeToString(key);
  }

  /// Beside a database that was never used.
  static FileKeyRing file(Path folder) {
    return file(folder, new InMemoryKeyChecks());
  }

  static FileKeyRing file(Path folder, KeyChecks checks) {
    return new FileKeyRing(
        new KeyRingSettings(folder, null, null), randomness(), InstantSource.fixed(NOON), checks);
  }

  /// Another seed for each call, so that no two rings are alike; known bytes all the same.
  static Randomness randomness() {
    int seed = Count.SEEDS.incrementAndGet();
    var drawn = new AtomicInteger();
    return count -> stretched(seed, drawn.incrementAndGet(), count);
  }

  private static byte[] stretched(int seed, int draw, int count) {
    String name = "test %d %d".formatted(seed, draw);
    return count == 0 ? new byte[0] : Hkdf.derive(new byte[] {1}, name, count);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static final class Count {
    static final AtomicInteger SEEDS = new AtomicInteger();
  }
}
