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
  private final String code;
  private final String message;

  Refusal(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  HttpResponseStatus status() {
    return HttpResponseStatus.valueOf(status);
  }

  String code() {
    return code;
  }

  String message() {
    return message;
  }

  /// The same shape as every other trouble is told to programs in. All three parts are our own
  /// words or were checked to be harmless.
  String body(String requestId) {
    return "{\"code\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
        .formatted(code, message, requestId);
  }

  boolean worthRetrying() {
    return this == DRAINING || this == TOO_MANY_CONNECTIONS;
  }
}
