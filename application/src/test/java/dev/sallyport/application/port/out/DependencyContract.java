package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.health.Health;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Dependency] must do. Extend it and say how the thing leant on is
/// taken away and brought back.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class DependencyContract {
  /// One whose other side is there.
  protected abstract Dependency dependency();

  /// Takes the other side of [#dependency()] away, as a crash would.
  protected abstract void takeAway();

  /// Brings back what [#takeAway()] took.
  protected abstract void bringBack();

  @Test
  void it_is_called_by_one_lower_case_word() {
    assertThat(dependency().name()).matches("[a-z]{2,20}");
  }

  @Test
  void it_is_up_while_the_other_side_answers() {
    assertThat(dependency().health()).isEqualTo(new Health.Up());
  }

  @Test
  void it_is_down_with_a_reason_once_the_other_side_is_gone() {
    Dependency dependency = dependency();
    dependency.health();
    takeAway();

    assertThat(dependency.health())
        .isInstanceOfSatisfying(
            Health.Down.class, down -> assertThat(down.reason()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void it_is_up_again_by_itself_once_the_other_side_is_back() {
    Dependency dependency = dependency();
    dependency.health();
    takeAway();
    dependency.health();
    bringBack();

    assertThat(dependency.health()).isEqualTo(new Health.Up());
  }
}
