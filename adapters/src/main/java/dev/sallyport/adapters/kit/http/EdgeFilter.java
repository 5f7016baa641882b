package dev.sallyport.adapters.kit.http;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first to see a request and the last to see its answer: names it, guards it, notes it.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class EdgeFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");
  private static final String ARRIVED = EdgeFilter.class.getName();

  private final RequestIds ids;
  private final SecurityHeaders headers;
  private final InstantSource clock;

  EdgeFilter(RequestIds ids, SecurityHeaders headers, InstantSource clock) {
    this.ids = ids;
    this.headers = headers;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void arrive(HttpRequest<?> request, MutablePropagatedContext context) {
    String id = RequestId.settle(request.getHeaders().get(RequestId.HEADER), ids);
    RequestId.keep(request, id);
    request.setAttribute(ARRIVED, clock.instant());
    context.add(new MdcPropagationContext(Map.of("requestId", id)));
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RequestId.of(request).ifPresent(id -> response.header(RequestId.HEADER, id));
    headers.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.header(name, value);
      }
    });
    note(request, response);
  }

  /// Names the route and never the path or query: those can carry what must not be logged.
  private void note(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String route = BasicHttpAttributes.getUriTemplate(request).orElse("(no route)");
    long millis =
        request
            .getAttribute(ARRIVED, Instant.class)
            .map(arrived -> Math.max(0, Duration.between(arrived, clock.instant()).toMillis()))
            .orElse(0L);
    if (route.startsWith("/health")) {
      LOG.debug("{} {} {} {} ms", request.getMethod(), route, response.code(), millis);
    } else {
      LOG.info("{} {} {} {} ms", request.getMethod(), route, response.code(), millis);
    }
  }
}
