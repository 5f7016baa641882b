package dev.sallyport.adapters.kit.http;

import dev.sallyport.adapters.kit.log.Sparing;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Notes what shortcuts answered, and what the edge did. What went well is told to whoever wants to
/// know everything; the rest to everybody, as far as there is room.
@Singleton
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");
  private static final int BAD = 400;

  private final Sparing bad;

  AccessLog(InstantSource clock) {
    this.bad = new Sparing(LOG, clock);
  }

  void direct(String id, String method, int status) {
    if (status >= BAD || LOG.isDebugEnabled()) {
      try (var _ = MDC.putCloseable("requestId", id)) {
        if (status >= BAD) {
          bad.info("{} past the router {}", method, status);
        } else {
          LOG.debug("{} past the router {}", method, status);
        }
      }
    }
  }

  void refused(String id, Refusal refusal) {
    try (var _ = MDC.putCloseable("requestId", id)) {
      bad.info("refused {} {}", refusal.status().code(), refusal.code());
    }
  }

  void broke(Throwable cause) {
    bad.info("a connection broke: {}", cause.getClass().getSimpleName());
  }

  /// Nobody foresaw that, so it has its stack.
  void fault(Throwable fault) {
    LOG.error("A request was cut by a fault of our own", fault);
  }

  void unread() {
    bad.info("a connection or stream was cut: its peer takes no answer");
  }
}
