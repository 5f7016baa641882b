package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.kit.http.RequestId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Whatever nobody foresaw is our bug: the log has all of it under the request's id, the caller the
/// id.
@Singleton
final class BugHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(BugHandler.class);

  private final Troubles troubles;

  BugHandler(Troubles troubles) {
    this.troubles = troubles;
  }

  // the framework's interface names the request without its type
  @SuppressWarnings("rawtypes")
  @Override
  public HttpResponse<?> handle(HttpRequest request, Throwable bug) {
    HttpRequest<?> typed = request;
    // a failed request can arrive here on a thread that does not know it
    try (var _ = MDC.putCloseable("requestId", RequestId.of(typed).orElse("none"))) {
      note(bug);
    }
    return troubles.processResponse(
        ErrorContext.builder(typed).cause(bug).build(), HttpResponse.serverError());
  }

  /// A peer that hangs up in the middle of its request is no bug of ours, and worth no stack.
  private static void note(Throwable bug) {
    if (bug instanceof EOFException || bug instanceof ClosedChannelException) {
      LOG.info("The peer went away before its request was whole");
    } else {
      LOG.error("Nobody foresaw this", bug);
    }
  }
}
