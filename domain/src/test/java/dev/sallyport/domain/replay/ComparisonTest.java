package dev.sallyport.domain.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.Match;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.OperatorRule.Then;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.StatedCall;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.replay.Comparison.Flip;
import dev.sallyport.domain.replay.Comparison.Undecided;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Recorded decisions compared with another policy")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
  private static final Reason REASON = new Reason("no", "No.", "");
  private static final EntryId ID = new EntryId("%032x".formatted(1));
  private static final PolicyFile NOTHING = new PolicyFile("sha256:a", List.of(), List.of());
  private static final PolicyFile EVERYTHING =
      new PolicyFile(
          "sha256:b",
          List.of(new OperatorRule("closed", Then.DENY, Match.ANY, Optional.empty(), REASON, 3)),
          List.of());

  @Test
  void show_what_would_now_be_denied_and_by_which_rule() {
    assertThat(Comparison.of(List.of(entry(allowed())), EVERYTHING))
        .isEqualTo(
            new Comparison(
                0, List.of(flip(Outcome.ALLOW, Outcome.DENY, "policy:closed")), List.of()));
  }

  @Test
  void show_what_would_now_pass_and_which_rule_no_longer_stops_it() {
    Facts denied =
        Drafts.of(
                StatedCall.sending(),
                Approval.NONE,
                new Decision.Deny(
                    "policy:closed",
                    REASON,
                    List.of(new Judgement("policy:closed", REASON.refuses()))),
                "sha256:b")
            .facts();

    assertThat(Comparison.of(List.of(entry(denied)), NOTHING).flips())
        .containsExactly(flip(Outcome.DENY, Outcome.ALLOW, "policy:closed"));
  }

  @Test
  void count_what_stays_and_pass_over_what_is_no_decision() {
    assertThat(
            Comparison.of(
                List.of(entry(allowed()), entry(Facts.none().with(Fact.SUBJECT, "plan"))), NOTHING))
        .isEqualTo(new Comparison(1, List.of(), List.of()));
  }

  @Test
  void say_what_cannot_be_decided_again_and_why() {
    assertThat(
            Comparison.of(List.of(entry(Facts.none().with(Fact.DECISION, "allow"))), NOTHING)
                .undecided())
        .containsExactly(new Undecided(ID, "its tool is missing"));
  }

  private static Flip flip(Outcome was, Outcome now, String by) {
    return new Flip(ID, "call-1", StatedCall.sending().tool(), was, now, Optional.of(by));
  }

  private static Facts allowed() {
    return Drafts.of(StatedCall.sending(), Approval.NONE, new Decision.Allow(List.of()), "sha256:a")
        .facts();
  }

  private static Entry entry(Facts facts) {
    return new Entry(
        ID,
        new OrganizationId("%032x".formatted(2)),
        StatedCall.NOON,
        Kind.READ,
        facts.with(Fact.CALL, "call-1"),
        Personal.none());
  }
}
