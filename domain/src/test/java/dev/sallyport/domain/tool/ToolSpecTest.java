package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSpec.Ease;
import dev.sallyport.domain.tool.ToolSpec.Hints;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import dev.sallyport.domain.tool.ToolSpec.Words;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The spec of a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolSpecTest {
  private static final Scope READ = new Scope("t:read");
  private static final ToolName NAME = new ToolName("t_list");

  @Test
  void starts_from_the_strictest_reading() {
    assertThat(ToolSpec.named("t_list", "List", READ))
        .isEqualTo(
            new ToolSpec(
                new Words(NAME, "List", "", "", ""),
                READ,
                Effect.DESTROY,
                Hints.STRICTEST,
                Weight.EXPENSIVE,
                Set.of()));
  }

  @Test
  void has_its_places_named_and_its_answers_neither_kept_nor_taken_for_a_profile_at_first() {
    assertThat(ToolSpec.named("t_list", "List", READ))
        .extracting(ToolSpec::placed, ToolSpec::cached, ToolSpec::profile)
        .containsExactly(true, false, false);
  }

  @Test
  void earns_each_ease_by_naming_it() {
    assertThat(
            ToolSpec.named("t_ls", "List", READ)
                .purpose("Lists them.")
                .effect(Effect.READ)
                .weight(Weight.CORE)
                .unplaced()
                .cacheable()
                .profiling()
                .says("Listing", "Listed")
                .called(NAME))
        .isEqualTo(
            new ToolSpec(
                new Words(NAME, "List", "Lists them.", "Listing", "Listed"),
                READ,
                Effect.READ,
                Hints.OF_READS,
                Weight.CORE,
                Set.of(Ease.UNPLACED, Ease.CACHED, Ease.PROFILE)));
  }

  @Test
  void cannot_have_the_answer_of_a_change_kept() {
    ToolSpec changing = ToolSpec.named("t_add", "Add", READ).effect(Effect.WRITE);

    assertThatThrownBy(changing::cacheable).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cannot_tell_whose_account_this_is_by_changing_something() {
    ToolSpec changing = ToolSpec.named("t_add", "Add", READ).effect(Effect.WRITE);

    assertThatThrownBy(changing::profiling).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cannot_change_something_under_the_hints_of_a_read() {
    ToolSpec changing = ToolSpec.named("t_add", "Add", READ).effect(Effect.WRITE);

    assertThatThrownBy(() -> changing.hints(Hints.OF_READS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keeps_the_hints_of_reads_for_reads() {
    ToolSpec reading = ToolSpec.named("t_list", "List", READ).effect(Effect.READ);

    assertThatThrownBy(() -> reading.hints(Hints.ADDING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
