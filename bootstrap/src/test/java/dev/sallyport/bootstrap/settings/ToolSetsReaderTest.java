package dev.sallyport.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.tool.ToolSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading tool sets")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolSetsReaderTest {
  private static final ToolSet RESEARCH =
      new ToolSet(
          "deep-research",
          Set.of(new ClientId("chatgpt"), new ClientId("https://claude.ai/client")),
          List.of("search", "fetch", "backlog_*"));

  @TempDir Path folder;

  @Test
  void finds_none_where_none_is_set() throws Exception {
    assertThat(read("sallyport: {mode: development}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        sallyport:
          tool-sets:
            deep-research:
              clients: [chatgpt, "https://claude.ai/client"]
              tools: [search, fetch, "backlog_*"]
        """,
        """
        sallyport.tool-sets.deep-research:
          clients: chatgpt, https://claude.ai/client
          tools: search, fetch,backlog_*
        """
      })
  void takes_from_a_file(String text) throws Exception {
    assertThat(read(text)).containsExactly(RESEARCH);
  }

  @Test
  void takes_from_the_environment_over_the_file() throws Exception {
    Path file = file("sallyport.tool-sets.deep-research: {clients: nobody, tools: [search]}");
    var environment =
        Map.of(
            "SALLYPORT_TOOL_SETS_DEEP_RESEARCH_CLIENTS", "chatgpt,https://claude.ai/client",
            "SALLYPORT_TOOL_SETS_DEEP_RESEARCH_TOOLS", "search,fetch,backlog_*");

    assertThat(
            SettingsReader.read(new Given(Map.of(), environment, Optional.of(file)))
                .toolSets()
                .all())
        .containsExactly(RESEARCH);
  }

  @Test
  void refuses_a_member_that_is_misspelt_and_names_the_one_that_was_probably_meant()
      throws Exception {
    assertFaults(
        "sallyport.tool-sets.a: {client: x, clients: x, tools: y}",
        "`sallyport.tool-sets.a.client`: there is no such setting; did you mean"
            + " `sallyport.tool-sets.a.clients`?");
  }

  @Test
  void refuses_a_block_that_is_misspelt_and_names_the_one_that_was_probably_meant()
      throws Exception {
    assertFaults(
        "sallyport.toolsets.a.clients: x",
        "`sallyport.toolsets.a.clients`: there is no such setting; did you mean"
            + " `sallyport.tool-sets.a.clients`?");
  }

  @Test
  void refuses_a_variable_that_is_misspelt() {
    assertThatThrownBy(() ->
            SettingsReader.read(
                new Given(Map.of(), Map.of("SALLYPORT_TOOL_SETS_A_CLIENT", "x"), Optional.empty())))
        .hasMessage(
            "`SALLYPORT_TOOL_SETS_A_CLIENT`: there is no such setting; did you mean"
                + " `SALLYPORT_TOOL_SETS_A_CLIENTS`?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Research", "deep_research", "1st", "a.b"})
  void refuses_a_name_that_is_none(String name) throws Exception {
    assertFaults(
        "sallyport: {tool-sets: {%s: {tools: x}}}".formatted(name),
        "`sallyport.tool-sets.%s.tools`: `%s` is no name for a tool set; name it with a lower-case"
                .formatted(name, name)
            + " letter, then up to 31 letters, digits and hyphens");
  }

  @Test
  void refuses_a_set_without_clients_or_without_tools() throws Exception {
    assertFaults(
        "sallyport.tool-sets: {a: {tools: x}, b: {clients: y}}",
        "`sallyport.tool-sets.a.clients`: the tool set `a` names no clients; name some, or leave the"
            + " set out",
        "`sallyport.tool-sets.b.tools`: the tool set `b` names no tools; name some, or leave the"
            + " set out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "search tools", "a*b", "'**'", "'search,'", "a;b", "[]"})
  void refuses_what_names_no_tools(String tools) throws Exception {
    assertThatThrownBy(
            () -> read("sallyport.tool-sets.a: {clients: x, tools: %s}".formatted(tools)))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("`sallyport.tool-sets.a.tools`: ")
        .hasMessageEndingWith("allowed is " + ToolSetSetting.TOOLS.allowed())
        .hasMessageNotContaining("names no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,,b", "sallyport"})
  void refuses_what_names_no_client_of_others(String clients) throws Exception {
    assertThatThrownBy(
            () -> read("sallyport.tool-sets.a: {clients: '%s', tools: x}".formatted(clients)))
        .isInstanceOf(BadSettings.class)
        .hasMessageEndingWith("allowed is " + ToolSetSetting.CLIENTS.allowed());
  }

  @Test
  void refuses_a_client_that_stands_in_two_sets() throws Exception {
    assertFaults(
        "sallyport.tool-sets: {a: {clients: [x, y], tools: s}, b: {clients: [y, z], tools: t}}",
        "`sallyport.tool-sets.b.clients`: `y` stands in the tool set `a`, too; leave it in one");
  }

  private void assertFaults(String text, String... faults) {
    assertThatThrownBy(() -> read(text)).hasMessage(String.join("\n", faults));
  }

  private List<ToolSet> read(String text) throws Exception {
    return SettingsReader.read(new Given(Map.of(), Map.of(), Optional.of(file(text))))
        .toolSets()
        .all();
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("settings.yml"), text);
  }
}
