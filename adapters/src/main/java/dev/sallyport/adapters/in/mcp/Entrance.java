package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.kit.http.Bearer;
import dev.sallyport.adapters.kit.log.Sparing;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.domain.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is asked of a request that the edge let through, before anybody reads its body, in this
/// order:
///
/// 1. a preflight is answered, before anything else
/// 2. the page it comes from may call here
/// 3. it calls us by one of our names
/// 4. it shows who calls
/// 5. it comes by the one method that the address is for
/// 6. it brings JSON as it is, if that is what the address takes
@Singleton
public final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NO_CONTENT = 204;
  private static final String JSON = "application/json";
  private static final String PLAIN = "identity";

  private final Surroundings surroundings;
  private final Cors cors;
  private final Challenge challenge;
  private final Sparing refused;

  Entrance(Surroundings surroundings, Cors cors, Challenge challenge, InstantSource clock) {
    this.surroundings = surroundings;
    this.cors = cors;
    this.challenge = challenge;
    this.refused = new Sparing(LOG, clock);
  }

  /// What stands against it before it is known who calls.
  Optional<Reply> beforeCaller(Use use, String method, Headers headers) {
    if (method.equals("OPTIONS")) {
      return Optional.of(preflight(use, headers));
    }
    if (!comesFromAllowed(headers)) {
      return refusal(
          FORBIDDEN, "pages of that origin may not call here; the operator can allow it");
    }
    if (!headers.all("Host").stream().allMatch(surroundings::isOurs)) {
      return refusal(FORBIDDEN, "this is not reached under that host; the operator can allow it");
    }
    return bearer(headers).isEmpty()
        ? unauthorized(challenge.toAuthenticate(), "send a bearer token in `Authorization`")
        : Optional.empty();
  }

  /// The one token that was shown, where it belongs.
  Optional<Secret> bearer(Headers headers) {
    return Bearer.in(headers.all("Authorization")).map(Secret::of);
  }

  /// What stands against whoever showed that.
  Optional<Reply> ofCaller(Proof proof) {
    return switch (proof) {
      case Proof.Proven _ -> Optional.empty();
      case Proof.Unknown() -> invalid("unknown");
      case Proof.Expired() -> invalid("expired");
      case Proof.Revoked() -> invalid("revoked");
    };
  }

  /// What stands against it once it is known who calls.
  Optional<Reply> afterCaller(Use use, String method, Headers headers) {
    return switch (use) {
      case MESSAGES ->
          notMeant(use, method)
              .or(() ->
                  bringsJson(headers)
                      ? Optional.empty()
                      : refusal(415, "a message is sent as `application/json`, in UTF-8"))
              .or(() ->
                  headers.all("Content-Encoding").stream().allMatch(PLAIN::equalsIgnoreCase)
                      ? Optional.empty()
                      : refusal(415, "a message is sent as it is, without `Content-Encoding`"));
      case STREAM -> notMeant(use, method);
      // the handshake has refusals of its own
      case SOCKET -> Optional.empty();
    };
  }

  private static Optional<Reply> notMeant(Use use, String method) {
    return use.means(method)
        ? Optional.empty()
        : refusal(METHOD_NOT_ALLOWED, use.hint).map(it -> it.with(Map.of("Allow", use.methods())));
  }

  /// What a browser has to hear with every answer.
  public Map<String, String> forBrowsers(Headers headers) {
    List<String> origins = headers.all("Origin");
    return origins.size() == 1 && surroundings.allowsOrigin(origins.getFirst())
        ? cors.allowing(origins.getFirst())
        : Map.of();
  }

  private Reply preflight(Use use, Headers headers) {
    Reply answer = new Reply(NO_CONTENT, Map.of("Allow", use.methods()), Optional.empty());
    return forBrowsers(headers).isEmpty() ? answer : answer.with(cors.answerPreflight(headers));
  }

  private boolean comesFromAllowed(Headers headers) {
    List<String> origins = headers.all("Origin");
    return origins.isEmpty()
        || (origins.size() == 1 && surroundings.allowsOrigin(origins.getFirst()));
  }

  private static boolean bringsJson(Headers headers) {
    List<String> types = headers.all("Content-Type");
    if (types.size() != 1) {
      return false;
    }
    String type = types.getFirst();
    return type.equals(JSON) || MediaType.isJson(type);
  }

  private Optional<Reply> invalid(String why) {
    refused.info("A bearer was refused: {}", why);
    return unauthorized(
        challenge.tokenInvalid(), "that token is unknown, expired or revoked; connect again");
  }

  private static Optional<Reply> unauthorized(String challenge, String message) {
    return refusal(UNAUTHORIZED, message).map(it -> it.with(Map.of("WWW-Authenticate", challenge)));
  }

  static Reply tooMany(Duration wait) {
    var trouble =
        new Trouble(
            429,
            Trouble.TOO_MANY,
            "too many requests without a good token came from this address",
            null);
    return Reply.of(trouble.status(), Json.of(Envelope.error(null, trouble)))
        .with(Map.of("Retry-After", Long.toString(Refusal.seconds(wait))));
  }

  static Reply away() {
    Trouble away = Trouble.away();
    return Reply.of(away.status(), Json.of(Envelope.error(null, away)))
        .with(Map.of("Retry-After", "2"));
  }

  private static Optional<Reply> refusal(int status, String message) {
    var trouble = new Trouble(status, Trouble.INVALID_REQUEST, message, null);
    return Optional.of(Reply.of(status, Json.of(Envelope.error(null, trouble))));
  }

  /// What an address is for.
  public enum Use {
    MESSAGES("POST", "only POST is served here; no stream is opened and no session ended here"),
    STREAM("GET", "a stream is opened here, with GET"),
    SOCKET("GET", "a socket is opened here, with GET");

    private final String method;
    private final String hint;

    Use(String method, String hint) {
      this.method = method;
      this.hint = hint;
    }

    private boolean means(String other) {
      return other.equals(method);
    }

    private String methods() {
      return method + ", OPTIONS";
    }
  }
}
