package dev.sallyport.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What clients ask over and over, each with a key of its own.
enum Asked {
  /// A read that is answered from memory, through the whole gate.
  TOOLS_CALL(
      "`tools/call`",
      "tools/call",
      "Mcp-Name: find_5\r\n",
      ",\"name\":\"find_5\",\"arguments\":{\"words\":\"the budget\",\"space\":\"%s\"}"
          .formatted(House.SPACE)),
  TOOLS_LIST("`tools/list`", "tools/list", "", "");

  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private final String title;
  private final String method;
  private final String named;
  private final String params;

  Asked(String title, String method, String named, String params) {
    this.title = title;
    this.method = method;
    this.named = named;
    this.params = params;
  }

  String title() {
    return title;
  }

  List<byte[]> by(List<String> keys) {
    return keys.stream().map(this::by).toList();
  }

  private byte[] by(String key) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{%s%s}}"
            .formatted(method, META, params);
    String head =
        """
        POST /mcp HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Accept: application/json, text/event-stream
        MCP-Protocol-Version: 2026-07-28
        Mcp-Method: %s
        %sContent-Length: %d

        """
            .replace("\n", "\r\n")
            .formatted(key, method, named, body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
