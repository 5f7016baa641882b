package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.Caller;
import java.time.Instant;
import java.util.Objects;

/// Who came to the door, and until when that is proven.
public record Visitor(Caller caller, Instant until) {
  public Visitor {
    Objects.requireNonNull(caller);
    Objects.requireNonNull(until);
  }
}
