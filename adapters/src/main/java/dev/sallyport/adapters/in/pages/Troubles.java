package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.in.pages.view.Trouble;
import dev.sallyport.adapters.kit.http.RequestId;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// The last word on everything that went wrong: JSON for programs, a page for people.
///
/// It says what kind of thing happened and what to do, never the exception's own message: that can
/// carry what somebody sent, or how we are built.
@Singleton
final class Troubles implements ErrorResponseProcessor<Object> {
  private final Frames frames;
  private final Pages pages;

  Troubles(Frames frames, Pages pages) {
    this.frames = frames;
    this.pages = pages;
  }

  @Override
  @NonNull
  public MutableHttpResponse<Object> processResponse(
      @NonNull ErrorContext context, @NonNull MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    Wording wording = Wording.of(response.code());
    String requestId = RequestId.of(request).orElse("none");
    if (wantsPage(request)) {
      var view =
          new Trouble(
              frames.frame(), response.code(), wording.title(), wording.message(), requestId);
      return untyped(pages.dress(response, "error", view));
    }
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(new TroubleAnswer(wording.code(), wording.message(), requestId));
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
        .anyMatch(accepted -> accepted.contains(MediaType.TEXT_HTML));
  }

  private static MutableHttpResponse<Object> untyped(MutableHttpResponse<String> page) {
    String html = page.body();
    return page.body(html);
  }

  /// What is said about a status.
  private record Wording(String code, String title, String message) {
    static Wording of(int status) {
      return switch (status) {
        case 400 ->
            new Wording(
                "bad_request",
                "That request was not understood",
                "Something in the request is malformed. Check it against the documentation and send it again.");
        case 404 ->
            new Wording(
                "not_found",
                "There is nothing here",
                "The address may be mistyped, or what it led to is gone.");
        case 405 ->
            new Wording(
                "method_not_allowed",
                "That cannot be done here",
                "The address exists, but not for this HTTP method. The Allow header names those it takes.");
        case 406 ->
            new Wording(
                "not_acceptable",
                "Not available in that form",
                "The address exists, but not in any of the media types the request accepts.");
        case 413 ->
            new Wording(
                "too_large",
                "That is too large",
                "A request may be at most 1 MiB long. Send less at once.");
        case 415 ->
            new Wording(
                "unsupported_media_type",
                "That kind of content is not taken here",
                "Check the Content-Type of the request.");
        case 503 ->
            new Wording(
                "unavailable",
                "Not available right now",
                "Something needed to answer is away. Try again in a few seconds.");
        default ->
            status >= 500
                ? new Wording(
                    "internal",
                    "Something went wrong on our side",
                    "It was noted under this request's id. Try again; if it stays, tell the operator the id.")
                : new Wording(
                    "refused",
                    "That request was refused",
                    HttpStatus.getDefaultReason(status) + ".");
      };
    }
  }
}
