package dev.sallyport.adapters.in.ops;

import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Readiness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells operators why the house is not well: once when that changes, not at every question.
@Singleton
final class ReadinessLog {
  private static final Logger LOG = LoggerFactory.getLogger(ReadinessLog.class);

  private final AtomicReference<Readiness> last = new AtomicReference<>(new Readiness(List.of()));

  void note(Readiness now) {
    if (last.getAndSet(now).equals(now)) {
      return;
    }
    String state = now.state().name().toLowerCase(Locale.ROOT);
    switch (now.state()) {
      case UP -> LOG.info("Readiness is {}: everything answers", state);
      case DEGRADED, DOWN -> LOG.warn("Readiness is {}: {}", state, ailments(now));
    }
  }

  private static String ailments(Readiness readiness) {
    return readiness.checkups().stream()
        .flatMap(checkup ->
            checkup.health() instanceof Health.Down(String reason)
                ? Stream.of(checkup.name() + ": " + reason)
                : Stream.empty())
        .collect(Collectors.joining("; "));
  }
}
