package dev.sallyport.adapters.in.pages;

import dev.sallyport.application.Unavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A store that is away is a 503, whichever door met it.
@Singleton
final class UnavailableHandler implements ExceptionHandler<Unavailable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnavailableHandler.class);

  private final Troubles troubles;

  UnavailableHandler(Troubles troubles) {
    this.troubles = troubles;
  }

  // the framework's interface names the request without its type
  @SuppressWarnings("rawtypes")
  @Override
  public HttpResponse<?> handle(HttpRequest request, Unavailable away) {
    LOG.warn("Answered 503, away: {}", away.getMessage());
    return troubles.processResponse(
        ErrorContext.builder(request).cause(away).build(),
        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "2"));
  }
}
