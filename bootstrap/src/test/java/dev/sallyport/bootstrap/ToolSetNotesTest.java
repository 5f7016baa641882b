package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("An operator")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolSetNotesTest {
  private static final List<ToolName> TOOLS =
      List.of(new ToolName("messages.send"), new ToolName("search"));

  @Test
  void is_told_nothing_of_sets_that_hold_what_they_name() {
    assertThat(notes("search", "messages.*", "*")).isEmpty();
  }

  @Test
  void is_told_of_a_name_that_no_tool_has_and_of_the_one_that_was_probably_meant() {
    assertThat(notes("search", "messages_send", "backlog_*"))
        .containsExactly(
            "The tool set `some` names `messages_send`, and no tool is called so; did you mean"
                + " `messages.send`?",
            "The tool set `some` names `backlog_*`, and no tool is called so");
  }

  @Test
  void is_told_of_a_set_that_holds_nothing() {
    assertThat(notes("backlog_*"))
        .containsExactly(
            "The tool set `some` names `backlog_*`, and no tool is called so",
            "The tool set `some` holds no tool there is, so its clients are offered none");
  }

  private static List<String> notes(String... tools) {
    var set = new ToolSet("some", Set.of(new ClientId("client")), List.of(tools));
    return ToolSetNotes.of(new ToolSets(List.of(set)), TOOLS);
  }
}
