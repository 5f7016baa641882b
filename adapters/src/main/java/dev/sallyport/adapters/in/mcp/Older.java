package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/// Serves what clients of older revisions send. Without one, they are told that nobody does.
public interface Older {
  /// Ends in one answer, now or later.
  ///
  /// @param json one well-formed message, or a batch that is not empty
  void serve(Visitor visitor, JsonNode json, Headers headers, Exchange exchange);
}
