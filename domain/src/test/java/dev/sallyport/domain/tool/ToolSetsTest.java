package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A client")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolSetsTest {
  private static final ClientId RESEARCH = new ClientId("research");
  private static final ClientId OTHER = new ClientId("other");
  private static final ToolSet READING =
      new ToolSet("reading", Set.of(RESEARCH), List.of("search", "backlog_*"));

  @Test
  void that_stands_in_a_set_is_offered_its_tools_and_no_other() {
    ToolSet offered = new ToolSets(List.of(READING)).of(RESEARCH);

    assertThat(offered.holds(new ToolName("search"))).isTrue();
    assertThat(offered.holds(new ToolName("backlog_list"))).isTrue();
    assertThat(offered.holds(new ToolName("fetch"))).isFalse();
  }

  @Test
  void that_stands_in_no_set_is_offered_everything() {
    assertThat(new ToolSets(List.of(READING)).of(OTHER)).isEqualTo(ToolSet.EVERYTHING);
    assertThat(ToolSet.EVERYTHING.holds(new ToolName("fetch"))).isTrue();
  }

  @Test
  void that_stands_in_an_empty_set_is_offered_nothing() {
    var nothing = new ToolSet("nothing", Set.of(RESEARCH), List.of());

    assertThat(new ToolSets(List.of(nothing)).of(RESEARCH).holds(new ToolName("search"))).isFalse();
  }

  @Test
  void cannot_stand_in_two_sets() {
    var writing = new ToolSet("writing", Set.of(OTHER, RESEARCH), List.of("*"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ToolSets(List.of(READING, writing)))
        .withMessage("the client `research` stands in two tool sets");
  }
}
