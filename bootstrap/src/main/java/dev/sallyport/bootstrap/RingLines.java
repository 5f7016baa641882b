package dev.sallyport.bootstrap;

import dev.sallyport.domain.vault.RingKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Keys as commands show them: all but the keys.
final class RingLines {
  private RingLines() {}

  static String text(List<RingKey> keys) {
    return keys.stream().map(RingLines::line).collect(Collectors.joining("\n"));
  }

  static String json(List<RingKey> keys) {
    return keys.stream().map(RingLines::object).collect(Collectors.joining(",", "[", "]"));
  }

  static String use(RingKey key) {
    return key.use().name().toLowerCase(Locale.ROOT);
  }

  private static String line(RingKey key) {
    return "%-8s %s  %-20s %s"
        .formatted(
            use(key),
            key.id().value(),
            key.madeAt().map(Instant::toString).orElse("-"),
            key.current() ? "current" : "opens and verifies")
        .stripTrailing();
  }

  private static String object(RingKey key) {
    return "{\"use\":\"%s\",\"id\":\"%s\",\"madeAt\":%s,\"current\":%s}"
        .formatted(
            use(key),
            key.id().value(),
            key.madeAt().map("\"%s\""::formatted).orElse("null"),
            key.current());
  }
}
