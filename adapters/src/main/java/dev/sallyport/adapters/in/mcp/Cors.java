package dev.sallyport.adapters.in.mcp;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a browser is told about calls from pages of allowed origins. Nothing here is authenticated
/// by cookies, so no credentials are allowed.
@Singleton
final class Cors {
  private static final Pattern PARAMETER =
      Pattern.compile("mcp-param-[a-z0-9!#$%&'*+.^_`|~-]{1,64}");
  private static final String HEADERS =
      "authorization, content-type, accept, mcp-protocol-version, mcp-method, mcp-name,"
          + " mcp-session-id, last-event-id";
  private static final String EXPOSED =
      "WWW-Authenticate, Mcp-Session-Id, Retry-After, RateLimit, RateLimit-Policy, X-Request-ID";

  Map<String, String> allowing(String origin) {
    return Map.of(
        "Access-Control-Allow-Origin",
        origin,
        "Access-Control-Expose-Headers",
        EXPOSED,
        "Vary",
        "Origin",
        "Cross-Origin-Resource-Policy",
        "cross-origin");
  }

  Map<String, String> answerPreflight(Headers headers) {
    String asked = String.join(",", headers.all("Access-Control-Request-Headers"));
    String parameters =
        Stream.of(asked.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .filter(it -> PARAMETER.matcher(it).matches())
            .collect(Collectors.joining(", "));
    return Map.of(
        "Access-Control-Allow-Headers",
        parameters.isEmpty() ? HEADERS : HEADERS + ", " + parameters,
        "Access-Control-Allow-Methods",
        "POST, GET, DELETE, OPTIONS",
        "Access-Control-Max-Age",
        "3600");
  }
}
