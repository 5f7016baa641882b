package dev.sallyport.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A claim")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource({
    "CLAIMED, SENDING FAILED_BEFORE_SEND",
    "SENDING, DONE FAILED_BEFORE_SEND UNKNOWN",
    "UNKNOWN, DONE FAILED_BEFORE_SEND",
    "DONE, ''",
    "FAILED_BEFORE_SEND, ''"
  })
  void goes_only_where_its_state_leads(ClaimState from, String next) {
    assertThat(EnumSet.allOf(ClaimState.class))
        .allSatisfy(to -> assertThat(from.leadsTo(to)).isEqualTo(next.contains(to.name())));
  }

  @ParameterizedTest
  @EnumSource
  void is_open_until_somebody_knows_or_nobody_can(ClaimState state) {
    assertThat(state.isOpen())
        .isEqualTo(state == ClaimState.CLAIMED || state == ClaimState.SENDING);
  }

  @Test
  void becomes_its_next_state_at_the_next_epoch() {
    assertThat(claim(ClaimState.CLAIMED, 4, NOON).becomes(ClaimState.SENDING, NOON.plusMillis(1)))
        .isEqualTo(claim(ClaimState.SENDING, 5, NOON.plusMillis(1)));
  }

  @Test
  void is_never_sent_again_once_nobody_knows_what_came_of_it() {
    Claim unknown = claim(ClaimState.UNKNOWN, 2, NOON);

    assertThatThrownBy(() -> unknown.becomes(ClaimState.SENDING, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a claim that is UNKNOWN cannot be SENDING");
  }

  @Test
  void has_a_key_of_1_to_128_characters() {
    assertThat(key("k".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> key("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> key("k".repeat(129))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void has_numbered_parts_with_short_references() {
    assertThat(new Part(0, Part.State.DONE, "r".repeat(256)).reference()).hasSize(256);
    assertThatThrownBy(() -> new Part(-1, Part.State.DONE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Part(1, Part.State.DONE, "r".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClaimKey key(String value) {
    return new ClaimKey(new GrantId("1".repeat(32)), new ToolName("send"), value, true);
  }

  private static Claim claim(ClaimState state, int epoch, Instant changed) {
    return new Claim(
        new ClaimId("2".repeat(32)),
        new CallId("3".repeat(32)),
        new OrganizationId("4".repeat(32)),
        new PersonId("5".repeat(32)),
        new BackendId("phone"),
        key("once"),
        "hash",
        state,
        epoch,
        NOON,
        changed);
  }
}
