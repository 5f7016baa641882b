package dev.sallyport.bootstrap.door;

/// Messages as clients write them.
final class Words {
  static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private Words() {}

  /// A request that stands alone.
  ///
  /// @param id as JSON
  /// @param params the members beside `_meta`, as JSON
  static String modern(String id, String method, String params) {
    return request(id, method, params.isEmpty() ? META : params + "," + META);
  }

  /// A request that says nothing of itself.
  static String legacy(String id, String method, String params) {
    return request(id, method, params);
  }

  private static String request(String id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":{%s}}"
        .formatted(id, method, params);
  }
}
