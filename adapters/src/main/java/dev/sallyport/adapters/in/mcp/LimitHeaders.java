package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.CallTool.Standing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How limits stand, as draft 10 of the RateLimit headers writes it.
final class LimitHeaders {
  private static final String POLICY = "RateLimit-Policy";
  private static final String STANDING = "RateLimit";
  private static final String RETRY = "Retry-After";

  private LimitHeaders() {}

  static Map<String, String> of(List<Standing> standings, @Nullable Duration retryAfter) {
    if (standings.isEmpty() && retryAfter == null) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (!standings.isEmpty()) {
      headers.put(POLICY, joined(standings, LimitHeaders::policy));
      headers.put(STANDING, joined(standings, LimitHeaders::standing));
    }
    if (retryAfter != null) {
      headers.put(RETRY, Long.toString(Refusal.seconds(retryAfter)));
    }
    return headers;
  }

  static boolean areIn(Map<String, String> headers) {
    return headers.containsKey(STANDING);
  }

  private static String joined(List<Standing> standings, Function<Standing, String> each) {
    return standings.stream().map(each).collect(Collectors.joining(", "));
  }

  private static String policy(Standing standing) {
    String policy = '"' + name(standing) + "\";q=" + standing.limit();
    return switch (standing.name()) {
      case "second" -> policy + ";w=1";
      case "concurrent" -> policy + ";qu=\"concurrent-requests\"";
      default -> policy + ";w=60";
    };
  }

  private static String standing(Standing standing) {
    long full = standing.resetsIn().plusSeconds(1).minusNanos(1).toSeconds();
    return '"' + name(standing) + "\";r=" + standing.remaining() + ";t=" + full;
  }

  private static String name(Standing standing) {
    return Refusal.word(standing.level()) + "-" + standing.name().replace('_', '-');
  }
}
