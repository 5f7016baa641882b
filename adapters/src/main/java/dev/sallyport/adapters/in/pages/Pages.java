package dev.sallyport.adapters.in.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/// Turns views into answers a browser may show, with leave to load our own style and nothing else.
@Singleton
final class Pages {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");

  // compiled with the build, so that nothing is compiled while the house runs
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Pages.class.getClassLoader(),
          Pages.class.getPackageName() + ".templates");

  /// The template of this name, filled with the view that is its parameter of the same name.
  MutableHttpResponse<String> page(HttpStatus status, String template, Object view) {
    return dress(HttpResponse.status(status), template, view);
  }

  <T> MutableHttpResponse<String> dress(
      MutableHttpResponse<T> response, String template, Object view) {
    return response
        .header("Content-Security-Policy", POLICY)
        .contentType(HTML)
        .body(html(template, view));
  }

  /// The same past the router, for a page that nothing is put into any more.
  List<String> headers() {
    return List.of("Content-Security-Policy", POLICY, "Content-Type", HTML.toString());
  }

  String html(String template, Object view) {
    var output = new StringOutput();
    templates.render(template + ".jte", view, output);
    return output.toString();
  }
}
