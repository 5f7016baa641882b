package dev.sallyport.bootstrap;

/// Messages as clients write them.
final class Said {
  private static final String MODERN =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}";

  private Said() {}

  static String modern(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":{%s%s%s}}"
        .formatted(id, method, params, params.isEmpty() ? "" : ",", MODERN);
  }

  static String modernCall(int id, String tool) {
    return modern(id, "tools/call", "\"name\":\"%s\",\"arguments\":{}".formatted(tool));
  }

  static String listen(int id) {
    return modern(id, "subscriptions/listen", "\"notifications\":{\"toolsListChanged\":true}");
  }

  static String cancel(int id) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}"
        .formatted(id);
  }

  static String legacy(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":{%s}}"
        .formatted(id, method, params);
  }

  static String initialize(int id, String revision) {
    return legacy(
        id,
        "initialize",
        "\"protocolVersion\":\"%s\",\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}"
            .formatted(revision));
  }

  static String elicit(int id) {
    return legacy(
        id,
        "tools/call",
        "\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who are you?\"}");
  }

  static String call(int id, String tool) {
    return legacy(id, "tools/call", "\"name\":\"%s\",\"arguments\":{}".formatted(tool));
  }

  /// The reply to a question of ours.
  static String accepting(String id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}}"
        .formatted(id);
  }
}
