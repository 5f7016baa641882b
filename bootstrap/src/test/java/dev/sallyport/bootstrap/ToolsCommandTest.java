package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The list of tools")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ToolsCommandTest {
  private static final Set<String> OF_TESTS = Set.of("fixture", "cellar");

  @TempDir static Path data;
  private static List<Listed> tools;

  @BeforeAll
  static void list() {
    var given = new Given(Map.of(Setting.DATA, data.toString()), Map.of(), Optional.<Path>empty());
    tools = ToolsCommand.tools(SettingsReader.read(given));
  }

  @Test
  void is_the_one_in_the_documentation() throws Exception {
    var list = new StringWriter();
    ToolsPage.write(
        tools.stream().filter(tool -> !OF_TESTS.contains(tool.kind().value())).toList(),
        new PrintWriter(list, true));
    String page = Files.readString(Path.of("../docs/tools.md"));

    assertThat(between("<!-- tools:begin -->\n", "<!-- tools:end -->", page))
        .as("write it with `./sallyport tools --markdown`")
        .isEqualTo(list.toString());
  }

  @Test
  void is_made_without_the_data_of_the_house() {
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void tells_a_terminal_what_each_is_for_and_what_it_takes() {
    var text = new StringWriter();
    ToolsText.write(tools, new PrintWriter(text, true));

    assertThat(text.toString())
        .contains(
            """
              also called: cellar_tasting_note
              right:       cellar:read
              effect:      read
              hints:       readOnly true, destructive false, idempotent true, openWorld false
              weight:      expensive
              places:      each call names the places it touches
            """,
            """
              takes:
                query (text, 1 to 1000 characters)
                  What to look for, in a few words.
            """,
            "    results[].snippet (text, at most 200 characters, if at all)\n",
            "  takes:       nothing\n");
  }

  @Test
  void tells_programs_all_of_each_on_a_line() throws Exception {
    var lines = new StringWriter();
    ToolsJson.write(tools, new PrintWriter(lines, true));
    List<String> all = lines.toString().lines().toList();
    JsonNode note = new ObjectMapper().readTree(all.getFirst());

    assertThat(all).hasSameSizeAs(tools);
    assertThat(note.path("name").asText()).isEqualTo("cellar.tasting-note");
    assertThat(note.path("alias").asText()).isEqualTo("cellar_tasting_note");
    assertThat(note.path("scope").asText()).isEqualTo("cellar:read");
    assertThat(note.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    assertThat(note.at("/inputSchema/properties/region/type").asText()).isEqualTo("string");
  }

  private static String between(String begin, String end, String text) {
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
  }
}
