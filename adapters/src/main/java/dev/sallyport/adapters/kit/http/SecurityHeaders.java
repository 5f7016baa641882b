package dev.sallyport.adapters.kit.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// What every answer tells a browser to refuse, unless the answer itself has said something else.
@Singleton
final class SecurityHeaders {
  private final Map<String, String> headers;
  private final HttpHeaders template = new DefaultHttpHeaders();

  SecurityHeaders(EdgeSettings settings) {
    var all = new LinkedHashMap<String, String>();
    all.put(
        "Content-Security-Policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    all.put("X-Content-Type-Options", "nosniff");
    all.put("X-Frame-Options", "DENY");
    all.put("Referrer-Policy", "no-referrer");
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Cross-Origin-Resource-Policy", "same-origin");
    all.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    all.put("Cache-Control", "no-store");
    if (settings.https()) {
      all.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    headers = Map.copyOf(all);
    headers.forEach(template::set);
  }

  /// All of them, at once.
  void copyInto(HttpHeaders others) {
    others.add(template);
  }

  void forEach(BiConsumer<String, String> visitor) {
    headers.forEach(visitor);
  }
}
