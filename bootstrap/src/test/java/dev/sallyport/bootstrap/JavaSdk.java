package dev.sallyport.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The official Java SDK as a client, over Streamable HTTP and with a bearer token.
///
/// It speaks the revisions up to 2025-11-25 and holds every answer against its tool's output
/// schema.
final class JavaSdk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final McpSyncClient client;
  private final String revision;

  private JavaSdk(McpSyncClient client) {
    this.client = client;
    this.revision = client.initialize().protocolVersion();
  }

  static JavaSdk at(URI url, String token) {
    var transport =
        HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
            .endpoint(url.getPath())
            .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
            .jsonMapper(new JacksonMcpJsonMapper(JSON))
            .build();
    return new JavaSdk(
        McpClient.sync(transport)
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .jsonSchemaValidator(JavaSdk::validate)
            .enableCallToolSchemaCaching(true)
            .build());
  }

  static JavaSdk at(OpenDoor door) {
    return at(door.url(), door.token());
  }

  /// What it and the server agreed on.
  String revision() {
    return revision;
  }

  List<Tool> tools() {
    return client.listTools().tools();
  }

  CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  List<ResourceContents> read(String uri) {
    return client.readResource(ReadResourceRequest.builder(uri).build()).contents();
  }

  GetPromptResult prompt(String name, Map<String, Object> arguments) {
    return client.getPrompt(GetPromptRequest.builder(name).arguments(arguments).build());
  }

  @Override
  public void close() {
    client.close();
  }

  /// The SDK's own needs a library that would displace the one we ship.
  private static ValidationResponse validate(Map<String, Object> schema, Object value) {
    Set<ValidationMessage> faults =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JSON.<JsonNode>valueToTree(schema))
            .validate(JSON.valueToTree(value));
    return faults.isEmpty()
        ? ValidationResponse.asValid(value.toString())
        : ValidationResponse.asInvalid(faults.toString());
  }
}
