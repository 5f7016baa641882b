package dev.sallyport.adapters.kit.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/// What the edge says when it turns a request away before anyone has read it.
enum Refusal {
  BAD_REQUEST(400, "bad_request", "The request is not valid HTTP."),
  TIMED_OUT(408, "request_timeout", "The request did not arrive in time. Send it again in one go."),
  BODY_TOO_LARGE(413, "too_large", "A request may be at most 1 MiB long. Send less at once."),
  LINE_TOO_LONG(414, "uri_too_long", "The address is longer than 4 KiB. Shorten it."),
  HEADERS_TOO_LARGE(
      431, "headers_too_large", "The headers are larger than 16 KiB. Send fewer or shorter ones."),
  TOO_MANY_CONNECTIONS(
      429,
      "too_many_connections",
      "Too many connections are open from this address. Close some, then try again."),
  DRAINING(
      503,
      "draining",
      "This instance is stopping. Try again: another one, or this one restarted, will answer.");

  private final int status;
  private final String body;

  Refusal(int status, String code, String message) {
    this.status = status;
    this.body = "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
  }

  HttpResponseStatus status() {
    return HttpResponseStatus.valueOf(status);
  }

  String body() {
    return body;
  }

  boolean worthRetrying() {
    return this == DRAINING || this == TOO_MANY_CONNECTIONS;
  }
}
