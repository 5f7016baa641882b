package dev.sallyport.adapters.in.mcp;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
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

  void allow(String origin, MutableHttpResponse<?> response) {
    response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    response.header("Cross-Origin-Resource-Policy", "cross-origin");
  }

  void answerPreflight(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String asked =
        String.join(",", request.getHeaders().getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS));
    String parameters =
        Stream.of(asked.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .filter(it -> PARAMETER.matcher(it).matches())
            .collect(Collectors.joining(", "));
    response.header(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        parameters.isEmpty() ? HEADERS : HEADERS + ", " + parameters);
    response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, GET, DELETE, OPTIONS");
    response.header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
  }
}
