package dev.sallyport.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The house")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadinessTest {
  private static final Checkup DATABASE = new Checkup("database", Need.REQUIRED, new Health.Up());
  private static final Checkup CACHE = new Checkup("redis", Need.OPTIONAL, new Health.Up());
  private static final Checkup NO_DATABASE =
      new Checkup("database", Need.REQUIRED, new Health.Down("refused"));
  private static final Checkup NO_CACHE =
      new Checkup("redis", Need.OPTIONAL, new Health.Down("refused"));

  @Test
  void is_up_when_all_it_leans_on_is_up() {
    assertThat(new Readiness(List.of(DATABASE, CACHE)).state()).isEqualTo(Readiness.State.UP);
  }

  @Test
  void is_up_when_it_leans_on_nothing() {
    assertThat(new Readiness(List.of()).state()).isEqualTo(Readiness.State.UP);
  }

  @Test
  void is_degraded_without_something_optional() {
    assertThat(new Readiness(List.of(DATABASE, NO_CACHE)).state())
        .isEqualTo(Readiness.State.DEGRADED);
  }

  @Test
  void is_down_without_something_required_whatever_else_is_up() {
    assertThat(new Readiness(List.of(CACHE, NO_DATABASE)).state()).isEqualTo(Readiness.State.DOWN);
  }

  @Test
  void is_down_rather_than_degraded_when_both_are_away() {
    assertThat(new Readiness(List.of(NO_CACHE, NO_DATABASE)).state())
        .isEqualTo(Readiness.State.DOWN);
  }

  @Test
  void keeps_the_checkups_it_was_given() {
    var given = new ArrayList<>(List.of(DATABASE));
    Readiness readiness = new Readiness(given);
    given.add(NO_DATABASE);

    assertThat(readiness.checkups()).containsExactly(DATABASE);
  }
}
