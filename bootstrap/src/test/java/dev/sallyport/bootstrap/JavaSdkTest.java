package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Java SDK at the packaged door")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class JavaSdkTest {
  @TempDir static Path folder;
  private static OpenDoor door;
  private static JavaSdk sdk;

  @BeforeAll
  static void open() throws Exception {
    door = ConformanceHouse.in(folder);
    sdk = JavaSdk.at(door);
  }

  @AfterAll
  static void close() {
    sdk.close();
    door.close();
  }

  @Test
  void agrees_on_the_newest_revision_it_knows() {
    assertThat(sdk.revision()).isEqualTo("2025-11-25");
  }

  @Test
  void lists_the_tools() {
    assertThat(sdk.tools()).extracting(Tool::name).contains("test_simple_text", "test_elicitation");
  }

  @Test
  void calls_a_tool() {
    assertThat(sdk.call("test_simple_text", Map.of()).content())
        .singleElement()
        .isInstanceOfSatisfying(
            TextContent.class,
            content ->
                assertThat(content.text())
                    .isEqualTo("This is a simple text response for testing."));
  }

  @Test
  void tells_an_error_of_a_tool() {
    assertThat(sdk.call("test_error_handling", Map.of()).isError()).isTrue();
  }

  @Test
  void reads_a_resource() {
    assertThat(sdk.read("test://template/4711/data"))
        .singleElement()
        .isInstanceOfSatisfying(
            TextResourceContents.class, contents -> assertThat(contents.text()).contains("4711"));
  }

  @Test
  void gets_a_prompt() {
    assertThat(
            sdk.prompt("test_prompt_with_arguments", Map.of("arg1", "hello", "arg2", "world"))
                .messages())
        .singleElement()
        .satisfies(message ->
            assertThat(message.content())
                .isInstanceOfSatisfying(
                    TextContent.class,
                    content ->
                        assertThat(content.text())
                            .isEqualTo("Prompt with arguments: arg1='hello', arg2='world'")));
  }

  @Test
  void is_refused_with_a_wrong_token() {
    assertThatThrownBy(() -> JavaSdk.at(door.url(), "wrong"))
        .hasStackTraceContaining("AuthorizationException");
  }
}
