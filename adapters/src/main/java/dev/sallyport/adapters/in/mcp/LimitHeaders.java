package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.domain.plan.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How limits stand, as draft 10 of the RateLimit headers writes it.
final class LimitHeaders {
  private static final String POLICY = "RateLimit-Policy";
  private static final String STANDING = "RateLimit";
  private static final String RETRY = "Retry-After";

  private static final int USUAL = 256;
  private static final Map<Level, String> LEVELS = new EnumMap<>(Level.class);

  static {
    for (Level level : Level.values()) {
      LEVELS.put(level, Refusal.word(level));
    }
  }

  private LimitHeaders() {}

  static Map<String, String> of(List<Standing> standings, @Nullable Duration retryAfter) {
    if (standings.isEmpty() && retryAfter == null) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (!standings.isEmpty()) {
      var policy = new StringBuilder(USUAL);
      var standing = new StringBuilder(USUAL);
      for (Standing each : standings) {
        write(
            each, retryAfter == null ? full(each) : Refusal.seconds(retryAfter), policy, standing);
      }
      headers.put(POLICY, policy.toString());
      headers.put(STANDING, standing.toString());
    }
    if (retryAfter != null) {
      headers.put(RETRY, Long.toString(Refusal.seconds(retryAfter)));
    }
    return headers;
  }

  static boolean areIn(Map<String, String> headers) {
    return headers.containsKey(STANDING);
  }

  // who is told when to come again is told no later time beside it
  private static void write(
      Standing each, long seconds, StringBuilder policy, StringBuilder standing) {
    if (!policy.isEmpty()) {
      policy.append(", ");
      standing.append(", ");
    }
    name(each, policy).append(";q=").append(each.limit()).append(window(each));
    name(each, standing).append(";r=").append(each.remaining()).append(";t=").append(seconds);
  }

  private static long full(Standing each) {
    return each.resetsIn().plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static StringBuilder name(Standing each, StringBuilder text) {
    return text.append('"')
        .append(LEVELS.get(each.level()))
        .append('-')
        .append(each.name().replace('_', '-'))
        .append('"');
  }

  private static String window(Standing each) {
    return switch (each.name()) {
      case "second" -> ";w=1";
      case "concurrent" -> ";qu=\"concurrent-requests\"";
      default -> ";w=60";
    };
  }
}
