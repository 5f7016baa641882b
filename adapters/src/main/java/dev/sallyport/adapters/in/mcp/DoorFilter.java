package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.domain.secret.Secret;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is asked before a body is read, in this order: a preflight, the page it comes from, the
/// name it calls us by, who calls, the HTTP method, and what kind of body it is.
@ServerFilter(patterns = {"/mcp", "/mcp/"})
final class DoorFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(DoorFilter.class);

  private static final String VISITOR = DoorFilter.class.getName();
  private static final String METHODS = "POST, OPTIONS";
  private static final String BEARER = "bearer ";
  private static final int LONGEST_BEARER = 4_096;
  private static final String CHARSET = "charset=";
  private static final Set<String> UTF_8 = Set.of("utf-8", "\"utf-8\"", "utf8");

  private final Surroundings surroundings;
  private final Cors cors;
  private final Authenticate authenticate;
  private final Challenge challenge;

  DoorFilter(Surroundings surroundings, Cors cors, Authenticate authenticate, Challenge challenge) {
    this.surroundings = surroundings;
    this.cors = cors;
    this.authenticate = authenticate;
    this.challenge = challenge;
  }

  static Visitor visitorOf(HttpRequest<?> request) {
    return request
        .getAttribute(VISITOR, Visitor.class)
        .orElseThrow(() -> new IllegalStateException("the filter lets nobody else through"));
  }

  @Override
  public int getOrder() {
    // after the one that names requests
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> enter(HttpRequest<?> request) {
    return preflight(request)
        .or(() -> comesFromElsewhere(request))
        .or(() -> meansSomebodyElse(request))
        .or(() -> isNobody(request))
        .or(() -> isNoPost(request))
        .or(() -> bringsNoJson(request))
        .map(refusal -> shown(request, refusal))
        .orElse(null);
  }

  /// What is answered here passes [#leave] by, and pages have to read it all the same.
  private HttpResponse<?> shown(HttpRequest<?> request, HttpResponse<?> answer) {
    MutableHttpResponse<?> shown = answer.toMutableResponse();
    leave(request, shown);
    return shown;
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    origin(request).filter(surroundings::allowsOrigin).ifPresent(it -> cors.allow(it, response));
  }

  private Optional<HttpResponse<?>> preflight(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS) {
      return Optional.empty();
    }
    MutableHttpResponse<?> answer = HttpResponse.noContent().header(HttpHeaders.ALLOW, METHODS);
    origin(request)
        .filter(surroundings::allowsOrigin)
        .ifPresent(_ -> cors.answerPreflight(request, answer));
    return Optional.of(answer);
  }

  private Optional<HttpResponse<?>> comesFromElsewhere(HttpRequest<?> request) {
    List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return origins.stream().allMatch(surroundings::allowsOrigin) && origins.size() <= 1
        ? Optional.empty()
        : refusal(
            403,
            Trouble.INVALID_REQUEST,
            "pages of that origin may not call here; the operator can allow it");
  }

  private Optional<HttpResponse<?>> meansSomebodyElse(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    return hosts.stream().allMatch(surroundings::isOurs)
        ? Optional.empty()
        : refusal(
            403,
            Trouble.INVALID_REQUEST,
            "this is not reached under that host; the operator can allow it");
  }

  private Optional<HttpResponse<?>> isNobody(HttpRequest<?> request) {
    Optional<Secret> bearer = bearer(request);
    if (bearer.isEmpty()) {
      return unauthorized(challenge.toAuthenticate(), "send a bearer token in `Authorization`");
    }
    try {
      return switch (authenticate.prove(bearer.get())) {
        case Proof.Proven(Caller caller, Instant until) -> {
          request.setAttribute(VISITOR, new Visitor(caller, until));
          yield Optional.empty();
        }
        case Proof.Unknown() -> invalid("unknown");
        case Proof.Expired() -> invalid("expired");
        case Proof.Revoked() -> invalid("revoked");
      };
    } catch (Unavailable e) {
      LOG.warn("Nobody can be authenticated, away: {}", e.getMessage());
      return away();
    }
  }

  private Optional<HttpResponse<?>> invalid(String why) {
    LOG.info("A bearer was refused: {}", why);
    return unauthorized(
        challenge.tokenInvalid(), "that token is unknown, expired or revoked; connect again");
  }

  private static Optional<HttpResponse<?>> isNoPost(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.POST
        ? Optional.empty()
        : refusal(
            405,
            Trouble.INVALID_REQUEST,
            "only POST is served here; there is no stream to open and no session to end",
            Map.of(HttpHeaders.ALLOW, METHODS));
  }

  private static Optional<HttpResponse<?>> bringsNoJson(HttpRequest<?> request) {
    List<String> types = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
    return types.size() == 1 && isJson(types.getFirst())
        ? Optional.empty()
        : refusal(
            415, Trouble.INVALID_REQUEST, "a message is sent as `application/json`, in UTF-8");
  }

  /// In UTF-8, said or unsaid; other parameters mean nothing to JSON.
  private static boolean isJson(String type) {
    String[] parts = type.split(";", -1);
    return MediaType.APPLICATION_JSON.equalsIgnoreCase(parts[0].strip())
        && Stream.of(parts)
            .skip(1)
            .map(it -> it.strip().toLowerCase(Locale.ROOT))
            .filter(it -> it.startsWith(CHARSET))
            .allMatch(it -> UTF_8.contains(it.substring(CHARSET.length())));
  }

  private static Optional<Secret> bearer(HttpRequest<?> request) {
    List<String> given = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (given.size() != 1 || given.getFirst().length() > LONGEST_BEARER) {
      return Optional.empty();
    }
    String value = given.getFirst().strip();
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(Secret.of(value.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private static Optional<String> origin(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ORIGIN));
  }

  private static Optional<HttpResponse<?>> unauthorized(String challenge, String message) {
    return refusal(
        401, Trouble.INVALID_REQUEST, message, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
  }

  private static Optional<HttpResponse<?>> away() {
    Trouble away = Trouble.away();
    return refusal(
        away.status(), away.code(), away.message(), Map.of(HttpHeaders.RETRY_AFTER, "2"));
  }

  private static Optional<HttpResponse<?>> refusal(int status, int code, String message) {
    return refusal(status, code, message, Map.of());
  }

  private static Optional<HttpResponse<?>> refusal(
      int status, int code, String message, Map<String, String> headers) {
    var trouble = new Trouble(status, code, message, null);
    return Optional.of(
        HttpExchange.plain(
            Reply.of(status, Json.of(Envelope.error(Optional.empty(), trouble))).with(headers)));
  }
}
