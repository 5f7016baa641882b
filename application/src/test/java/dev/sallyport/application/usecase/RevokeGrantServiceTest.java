package dev.sallyport.application.usecase;

import static dev.sallyport.application.gate.GateBench.CHAT;
import static dev.sallyport.application.gate.GateBench.CLIENT;
import static dev.sallyport.application.gate.GateBench.MORNING;
import static dev.sallyport.application.gate.GateBench.SCOPE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.gate.GateBench;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.NarrowGrant;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What a person takes back")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevokeGrantServiceTest {
  private static final Narrowing TO_THE_ANNEX =
      Narrowing.to(CHAT, Kept.spaces(new SpaceId("annex")));

  private final GateBench bench = aGate().linkedTo("key-1");
  private final RevokeGrant revoke =
      new RevokeGrantService(
          bench.grants,
          bench.accounts,
          bench.ledger,
          bench.changes,
          bench.units,
          bench.randomness,
          bench.clock);
  private final NarrowGrant narrow =
      new NarrowGrantService(
          bench.grants, bench.ledger, bench.changes, bench.units, bench.randomness, bench.clock);

  @Test
  void wholly_is_over_from_the_next_call_on_whatever_was_remembered() {
    bench.read("home");
    bench.call("phone_messages.read", said("home", "a"));

    revoke.revoke(bench.caller(), bench.grant().id());

    assertThat(bench.read("home")).isInstanceOf(Outcome.Refused.class);
    assertThat(bench.call("phone_messages.read", said("home", "a")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bench.accounts.of(SCOPE, bench.grant().id())).isEmpty();
  }

  @Test
  void in_part_is_over_from_the_next_call_on_whatever_was_remembered() {
    bench.read("home");

    assertThat(narrow.narrow(bench.caller(), bench.grant().id(), TO_THE_ANNEX, new Budget(1, 1, 1)))
        .isEqualTo(new NarrowGrant.Result.Narrowed(bench.grant()));

    assertThat(bench.read("home")).isInstanceOf(Outcome.Refused.class);
    assertThat(bench.read("annex")).isInstanceOf(Outcome.Answered.class);
    assertThat(bench.grant().budget()).isEqualTo(new Budget(1, 1, 1));
  }

  @Test
  void is_written_down_once() {
    narrow.narrow(bench.caller(), bench.grant().id(), TO_THE_ANNEX, Budget.UNLIMITED);
    revoke.revoke(bench.caller(), bench.grant().id());
    revoke.revoke(bench.after(Duration.ofDays(1)).caller(), bench.grant().id());

    assertThat(bench.ledger(Kind.CHANGED))
        .extracting(entry -> entry.facts().of(Fact.OUTCOME).orElseThrow())
        .containsExactly("narrowed", "revoked");
    assertThat(bench.grant().revokedAt()).hasValue(MORNING);
  }

  @Test
  void is_never_somebody_elses() {
    var stranger =
        new Caller(SCOPE, bench.grant().id(), new PersonId("78".repeat(16)), CLIENT, Scopes.NONE);

    assertThat(revoke.revoke(stranger, bench.grant().id()))
        .isEqualTo(new RevokeGrant.Result.NotThere());
    assertThat(narrow.narrow(stranger, bench.grant().id(), TO_THE_ANNEX, Budget.UNLIMITED))
        .isEqualTo(new NarrowGrant.Result.NotThere());
    assertThat(bench.read("home")).isInstanceOf(Outcome.Answered.class);
    assertThat(bench.ledger(Kind.CHANGED)).isEmpty();
  }

  @Test
  void is_not_taken_back_if_that_cannot_be_written_down() {
    bench.ledger.goesAway();
    assertThatThrownBy(() -> revoke.revoke(bench.caller(), bench.grant().id()))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(
            () -> narrow.narrow(bench.caller(), bench.grant().id(), TO_THE_ANNEX, Budget.UNLIMITED))
        .isInstanceOf(Unavailable.class);
    bench.ledger.comesBack();

    assertThat(bench.read("home")).isInstanceOf(Outcome.Answered.class);
    assertThat(bench.accounts.of(SCOPE, bench.grant().id())).hasSize(1);
  }
}
