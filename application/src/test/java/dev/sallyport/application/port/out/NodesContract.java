package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AClaim.CLAIMED;
import static dev.sallyport.application.sample.AClaim.aClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Nodes] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class NodesContract {
  private static final int MANY = 1_000;
  private static final Duration LONG = Duration.ofHours(1);
  private static final TenantScope HERE = Fresh.scope();

  /// The same store during one test.
  protected abstract Nodes nodes();

  /// Claims that know these nodes.
  protected abstract Claims claims();

  @Test
  void the_claims_of_an_instance_that_lives_are_its_own() {
    Claim claim = claimOf("here");
    nodes().lives("here", LONG);

    assertThat(stranded()).doesNotContain(claim);
  }

  @Test
  void once_nothing_was_heard_for_too_long_they_are_stranded() {
    Claim claim = claimOf("here");
    nodes().lives("here", Duration.ZERO);

    assertThat(stranded()).contains(claim);
  }

  @Test
  void but_not_to_the_instance_itself() {
    Claim claim = claimOf("here");
    nodes().lives("here", Duration.ZERO);

    assertThat(claims().stranded("here", MANY)).doesNotContain(claim);
  }

  @Test
  void what_was_said_last_counts() {
    Claim claim = claimOf("here");
    nodes().lives("here", Duration.ZERO);
    nodes().lives("here", LONG);

    assertThat(stranded()).doesNotContain(claim);
  }

  @Test
  void whoever_leaves_is_not_waited_for() {
    Claim claim = claimOf("here");
    nodes().lives("here", LONG);
    nodes().leaves("here");

    assertThat(stranded()).contains(claim);
  }

  @Test
  void one_that_lives_does_not_keep_another_alive() {
    Claim claim = claimOf("there");
    nodes().lives("here", LONG);

    assertThat(stranded()).contains(claim);
  }

  @Test
  void one_that_was_never_heard_of_may_leave() {
    nodes().leaves(Fresh.hash());

    assertThat(claims().stranded("elsewhere", 0)).isEmpty();
  }

  private List<Claim> stranded() {
    return claims().stranded("elsewhere", MANY);
  }

  private Claim claimOf(String node) {
    Claim claim = aClaim().in(HERE).claim();
    claims().claim(HERE, claim, node, Fresh.sealed(), CLAIMED);
    return claim;
  }
}
