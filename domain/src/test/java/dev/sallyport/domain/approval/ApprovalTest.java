package dev.sallyport.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An approval")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest(name = "{0} after {1} ms: {2}")
  @CsvSource({
    "ASKED, 0, true",
    "ASKED, 999, true",
    "ASKED, 1000, false",
    "APPROVED, 999, true",
    "APPROVED, 1000, false",
    "DECLINED, 0, false",
    "USED, 0, false"
  })
  void is_live_until_it_is_settled_or_expires(State state, long after, boolean live) {
    assertThat(approval(state).isLive(NOON.plusMillis(after))).isEqualTo(live);
  }

  @Test
  void is_asked_before_it_is_anything_else() {
    assertThat(State.values())
        .containsExactly(State.ASKED, State.APPROVED, State.DECLINED, State.USED);
  }

  private static Approval approval(State state) {
    return new Approval(
        new ApprovalId("1".repeat(32)),
        new OrganizationId("2".repeat(32)),
        new PersonId("3".repeat(32)),
        new GrantId("4".repeat(32)),
        new ToolName("send"),
        "binding",
        "taint-stays-home",
        state,
        NOON,
        NOON.plusSeconds(1));
  }
}
