package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.policy.Policy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Policies] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class PoliciesContract {
  /// Ones whose source holds.
  protected abstract Policies policies();

  @Test
  void the_policy_holds_every_standing_rule_first() {
    assertThat(policies().current().titles())
        .startsWith(Policy.STANDING.titles().toArray(String[]::new));
  }

  @Test
  void the_policy_says_its_version() {
    assertThat(policies().current().version()).matches("standing|sha256:[0-9a-f]{16}");
  }

  @Test
  void the_policy_stays_the_same_until_its_source_changes() {
    Policies policies = policies();

    assertThat(policies.current()).isSameAs(policies.current());
  }

  @Test
  void nothing_is_wrong_with_a_source_that_holds() {
    assertThat(policies().faults()).isEmpty();
  }
}
