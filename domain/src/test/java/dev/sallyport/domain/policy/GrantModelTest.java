package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever happens to a grant")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantModelTest {
  private static final int STEPS = 60;

  /// A run is told by its seed: `new GrantRun(seed).differences(60)` does it again.
  @Test
  @Tag("exhaustive")
  void its_calls_fare_as_a_naive_model_says() {
    Set<String> reached = new HashSet<>();

    assertThat(
            LongStream.range(0, 4_000)
                .mapToObj(GrantRun::new)
                .flatMap(run -> run.differences(STEPS, reached).stream())
                .limit(3))
        .isEmpty();
    assertThat(reached)
        .containsExactlyInAnyOrder(
            "allow",
            "ask plan-includes-tool",
            "ask taint-stays-home",
            "deny grant-is-live",
            "deny person-belongs",
            "deny role-allows-effect",
            "deny scope-covers-tool",
            "deny plan-includes-tool",
            "deny backend-is-reached",
            "deny narrowing-allows-effect",
            "deny spaces-are-allowed",
            "deny private-places-are-allowed",
            "deny narrowing-keeps-places",
            "deny narrowing-keeps-recipients",
            "deny budget-holds",
            "limit");
  }

  @Test
  void its_calls_fare_as_a_naive_model_says_in_a_few_runs() {
    assertThat(
            LongStream.range(4_000, 4_050)
                .mapToObj(GrantRun::new)
                .flatMap(run -> run.differences(STEPS, new HashSet<>()).stream())
                .limit(3))
        .isEmpty();
  }
}
