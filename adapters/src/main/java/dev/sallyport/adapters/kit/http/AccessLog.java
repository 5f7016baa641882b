package dev.sallyport.adapters.kit.http;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Notes what shortcuts answered. What went well is told to whoever wants to know everything; the
/// rest to everybody.
@Singleton
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");
  private static final int BAD = 400;

  void direct(String id, String method, int status) {
    if (status >= BAD || LOG.isDebugEnabled()) {
      try (var _ = MDC.putCloseable("requestId", id)) {
        if (status >= BAD) {
          LOG.info("{} past the router {}", method, status);
        } else {
          LOG.debug("{} past the router {}", method, status);
        }
      }
    }
  }
}
