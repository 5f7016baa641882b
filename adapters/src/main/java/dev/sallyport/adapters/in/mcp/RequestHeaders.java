package dev.sallyport.adapters.in.mcp;

import io.micronaut.http.HttpRequest;
import java.util.List;

/// The headers of a request as the framework has them.
record RequestHeaders(HttpRequest<?> request) implements Headers {
  @Override
  public List<String> all(String name) {
    return request.getHeaders().getAll(name);
  }
}
