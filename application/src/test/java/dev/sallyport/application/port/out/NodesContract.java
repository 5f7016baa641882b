package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AClaim.CLAIMED;
import static dev.sallyport.application.sample.AClaim.aClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Nodes] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class NodesContract {
  private static final int MANY = 1_000;
  private static final TenantScope HERE = Fresh.scope();

  /// The same store during one test.
  protected abstract Nodes nodes();

  /// Claims that know these nodes.
  protected abstract Claims claims();

  @Test
  void the_claims_of_an_instance_that_lives_are_its_own() {
    Claim claim = claimOf("here");
    nodes().lives("here", CLAIMED.plusSeconds(5));

    assertThat(claims().stranded(CLAIMED.plusSeconds(4), MANY)).doesNotContain(claim);
  }

  @Test
  void once_nothing_was_heard_for_too_long_they_are_stranded() {
    Claim claim = claimOf("here");
    nodes().lives("here", CLAIMED.plusSeconds(5));

    assertThat(claims().stranded(CLAIMED.plusSeconds(5), MANY)).contains(claim);
  }

  @Test
  void what_was_said_last_counts() {
    Claim claim = claimOf("here");
    nodes().lives("here", CLAIMED.plusSeconds(5));
    nodes().lives("here", CLAIMED.plusSeconds(9));

    assertThat(claims().stranded(CLAIMED.plusSeconds(8), MANY)).doesNotContain(claim);
  }

  @Test
  void whoever_leaves_is_not_waited_for() {
    Claim claim = claimOf("here");
    nodes().lives("here", CLAIMED.plusSeconds(5));
    nodes().leaves("here");

    assertThat(claims().stranded(CLAIMED, MANY)).contains(claim);
  }

  @Test
  void one_that_lives_does_not_keep_another_alive() {
    Claim claim = claimOf("there");
    nodes().lives("here", CLAIMED.plusSeconds(5));

    assertThat(claims().stranded(CLAIMED, MANY)).contains(claim);
  }

  @Test
  void one_that_was_never_heard_of_may_leave() {
    nodes().leaves(Fresh.hash());

    assertThat(claims().stranded(Instant.EPOCH, 0)).isEmpty();
  }

  private Claim claimOf(String node) {
    Claim claim = aClaim().in(HERE).claim();
    claims().claim(HERE, claim, node, Fresh.sealed(), CLAIMED);
    return claim;
  }
}
