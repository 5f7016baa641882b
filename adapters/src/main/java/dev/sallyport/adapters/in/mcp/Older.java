package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.application.Caller;

/// Serves what clients of older revisions send. Without one, they are told that nobody does.
public interface Older {
  /// Ends in one answer, now or later.
  ///
  /// @param json one well-formed message, or a batch that is not empty
  void serve(Caller caller, JsonNode json, Headers headers, Exchange exchange);
}
