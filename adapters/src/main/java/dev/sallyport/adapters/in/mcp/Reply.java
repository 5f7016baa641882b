package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last thing that is said to one request.
///
/// @param body one JSON text; empty where there is nothing to say
public record Reply(int status, Map<String, String> headers, Optional<Json> body) {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(Json body) {
    return new Reply(OK, Map.of(), Optional.of(body));
  }

  public static Reply of(int status, Json body) {
    return new Reply(status, Map.of(), Optional.of(body));
  }

  /// What stands against a message that could not be read, or not even be looked at.
  public static Reply of(Trouble trouble) {
    return of(trouble.status(), Json.of(Envelope.error(null, trouble)));
  }

  /// What came too fast, whoever sent it.
  static Reply tooFast(@Nullable JsonNode id, Duration wait) {
    Trouble trouble = Trouble.tooFast(wait);
    return of(trouble.status(), Json.of(Envelope.error(id, trouble)))
        .with(LimitHeaders.of(List.of(), wait));
  }

  /// Heard, and that is all there is to say.
  public static Reply accepted() {
    return new Reply(ACCEPTED, Map.of(), Optional.empty());
  }

  public Reply with(Map<String, String> more) {
    if (headers.isEmpty()) {
      return new Reply(status, more, body);
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }
}
