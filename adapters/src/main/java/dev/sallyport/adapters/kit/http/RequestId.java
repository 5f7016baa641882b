package dev.sallyport.adapters.kit.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name under which one request is found in answers and logs.
public final class RequestId {
  static final String HEADER = "X-Request-ID";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

  private RequestId() {}

  /// The request's name, once the edge has given it one.
  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class);
  }

  /// The name the peer chose if it is one, else a new one. A foreign name ends up in our log and
  /// headers, so it has to be harmless in both.
  static String settle(@Nullable String proposed, RequestIds ids) {
    return proposed != null && FORM.matcher(proposed).matches() ? proposed : ids.next();
  }

  static void keep(HttpRequest<?> request, String id) {
    request.setAttribute(ATTRIBUTE, id);
  }
}
