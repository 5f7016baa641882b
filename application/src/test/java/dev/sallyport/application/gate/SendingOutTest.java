package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.PERSON;
import static dev.sallyport.application.gate.GateBench.SCOPE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.fake.ScriptedBackend.Said;
import dev.sallyport.application.gate.Faults.Step;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.replay.RecordedCalls;
import dev.sallyport.domain.replay.RecordedCalls.Reading;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What is sent out")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class SendingOutTest {
  private static final String READ = "messages.read";
  private static final String SEND = "messages.send";
  private static final String MALLORY = "+15550666";
  private static final String HOLDS = "budget-holds";
  private static final String BOB = "+15550001";

  private final GateBench bench = aGate();

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class After_words_from_outside_were_read {
    @Test
    void is_asked_about_when_it_goes_to_somebody_else() {
      readFrom(MALLORY);

      assertThat(bench.send("all of it", BOB))
          .isInstanceOfSatisfying(
              Outcome.ApprovalNeeded.class,
              needed -> {
                assertThat(needed.rule()).isEqualTo("taint-stays-home");
                assertThat(needed.expiresAt())
                    .isEqualTo(bench.clock.instant().plus(Approving.LIFETIME));
              });
      assertThat(bench.chat.acts(SEND)).isZero();
      assertThat(bench.ledger(Kind.ASKED)).hasSize(1);
      assertThat(bench.ledger(Kind.CLAIMED)).isEmpty();
    }

    @Test
    void passes_when_it_goes_to_whom_the_words_came_from() {
      readFrom(MALLORY);

      assertThat(bench.send("thanks", MALLORY)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void passed_before_they_were_read() {
      assertThat(bench.send("all of it", BOB)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void passes_with_a_note_where_the_organization_only_wants_to_be_warned() {
      bench.warningOfTaint();
      readFrom(MALLORY);

      assertThat(bench.send("all of it", BOB))
          .isInstanceOfSatisfying(
              Outcome.Answered.class,
              answered ->
                  assertThat(answered.notes())
                      .extracting(Judgement::rule)
                      .containsExactly("taint-stays-home"));
    }

    @Test
    void passes_again_after_an_hour() {
      readFrom(MALLORY);

      assertThat(bench.after(Duration.ofMinutes(60)).send("a", BOB))
          .isInstanceOf(Outcome.ApprovalNeeded.class);
      assertThat(bench.after(Duration.ofMinutes(2)).send("a", BOB))
          .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void passes_when_they_came_from_the_trusted_circle() {
      bench.trusting(MALLORY);
      readFrom(MALLORY);

      assertThat(bench.send("all of it", BOB)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void passes_through_another_grant() {
      readFrom(MALLORY);

      assertThat(bench.byAnotherGrant().send("all of it", BOB))
          .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_asked_about_too_when_they_came_from_memory_or_from_nobody_known() {
      bench.chat.answers(
          READ,
          new Done<>(
              new ScriptedBackend.Done("words"),
              new Provenance(List.of(new Source(bench.chat.space("home"), new Author.Unknown())))));
      bench.read("home");
      bench.after(Duration.ofSeconds(10)).read("home");

      assertThat(bench.send("all of it", BOB)).isInstanceOf(Outcome.ApprovalNeeded.class);
    }

    @Test
    void is_asked_about_too_when_they_were_the_answer_to_a_write() {
      bench.chat.answers("notes.write", words(MALLORY));
      bench.write("a");

      assertThat(bench.send("all of it", BOB)).isInstanceOf(Outcome.ApprovalNeeded.class);
    }

    @Test
    void is_free_to_stay_inside() {
      readFrom(MALLORY);

      assertThat(bench.write("a note to ourselves")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_told_again_without_asking_when_it_was_sent_before_them() {
      String call = keyed("key-1", said("home", "a", BOB));
      bench.call(SEND, call);
      readFrom(MALLORY);

      assertThat(bench.call(SEND, call)).isInstanceOf(Outcome.AnsweredBefore.class);
    }

    private void readFrom(String number) {
      bench.chat.answers(READ, words(number));
      assertThat(bench.read("home")).isInstanceOf(Outcome.Answered.class);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class When_the_person_is_asked {
    private final ApprovalId asked;

    When_the_person_is_asked() {
      bench.chat.answers(READ, words(MALLORY));
      bench.read("home");
      asked = ask("a", BOB);
    }

    @Test
    void goes_once_it_is_approved_and_only_once() {
      bench.approves(asked);

      assertThat(bench.send("a", BOB)).isInstanceOf(Outcome.Answered.class);
      assertThat(bench.send("a", BOB)).isInstanceOf(Outcome.AnsweredBefore.class);
      assertThat(bench.after(Duration.ofMinutes(2)).send("a", BOB))
          .isInstanceOf(Outcome.ApprovalNeeded.class);
      assertThat(bench.chat.acts(SEND)).isEqualTo(1);
      assertThat(bench.ledger(Kind.CLAIMED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.APPROVAL)).hasValue(asked.value()));
    }

    @Test
    void needs_another_answer_if_the_same_words_mean_somebody_else_by_now() {
      bench.approves(asked);
      bench.chat.understands(said -> new Said(said.space(), said.text(), "+15550002"));

      assertThat(ask("a", BOB)).isNotEqualTo(asked);
    }

    @Test
    void needs_another_answer_if_the_same_words_mean_another_place_by_now() {
      bench.approves(asked);
      bench.chat.understands(said -> new Said("annex", said.text(), said.to()));

      assertThat(ask("a", BOB)).isNotEqualTo(asked);
    }

    @Test
    void does_not_go_before_it_is_approved() {
      assertThat(ask("a", BOB)).isEqualTo(asked);
      assertThat(bench.chat.acts(SEND)).isZero();
    }

    @Test
    void leaves_an_entry_when_the_approval_is_used_just_before_it_is_claimed() {
      bench.approves(asked);

      assertThat(
              overtaken(
                  SEND,
                  said("home", "a", BOB),
                  () -> bench.approvals.use(SCOPE, asked, bench.clock.instant())))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(bench.ledger(Kind.DENIED)).hasSize(1);
    }

    @Test
    void is_entered_without_approval_when_the_same_was_claimed_just_before() {
      String call = keyed("key-1", said("home", "a", BOB));
      bench.approves(((Outcome.ApprovalNeeded) bench.call(SEND, call)).approval());

      assertThat(overtaken(SEND, call, () -> bench.call(SEND, call)))
          .isInstanceOf(Outcome.AnsweredBefore.class);
      assertThat(bench.ledger(Kind.REPEATED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.APPROVAL)).isEmpty());
    }

    @Test
    void needs_another_answer_for_every_other_byte_recipient_and_tool() {
      bench.approves(asked);

      assertThat(List.of(ask("b", BOB), ask("a", "+15550002"), ask("a", BOB, "+15550002")))
          .doesNotContain(asked);
      assertThat(bench.call("messages.blast", said("home", "a", BOB)))
          .isInstanceOf(Outcome.ApprovalNeeded.class);
      assertThat(bench.call(SEND, said("annex", "a", BOB)))
          .isInstanceOf(Outcome.ApprovalNeeded.class);
      assertThat(bench.chat.acts(SEND)).isZero();
    }

    @Test
    void is_not_bound_to_the_key_or_the_spelling_of_the_call() {
      bench.approves(asked);

      assertThat(
              bench.call(
                  SEND,
                  "{\"idempotencyKey\":\"key-1\", \"to\":\"+15550001\",\"text\":\"a\",\"space\":\"home\"}"))
          .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void cannot_be_approved_by_anybody_else() {
      var other = new PersonId("0c".repeat(16));

      assertThat(
              bench.approvals.answer(
                  SCOPE, asked, other, Approval.State.APPROVED, bench.clock.instant()))
          .isEqualTo(new Approvals.Answer.NotThere());
      assertThat(ask("a", BOB)).isEqualTo(asked);
    }

    @Test
    void is_asked_about_anew_when_the_approval_has_expired() {
      bench.approves(asked).after(Approving.LIFETIME);

      assertThat(ask("a", BOB)).isNotEqualTo(asked);
    }

    @Test
    void is_asked_about_anew_when_it_was_declined() {
      bench.declines(asked);

      assertThat(ask("a", BOB)).isNotEqualTo(asked);
      assertThat(bench.chat.acts(SEND)).isZero();
    }

    @Test
    void is_still_refused_when_something_forbids_it_meanwhile() {
      bench.approves(asked);

      assertThat(bench.narrowed(Narrowing.toRecipients("+44")).send("a", BOB))
          .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_shown_to_the_person_with_all_it_says_and_whom_it_reaches() {
      var persons = new Persons(bench.keys, bench.vault, bench.changes);
      Approval approval = bench.approvals.find(SCOPE, asked).orElseThrow();

      assertThat(
              persons.open(
                  PERSON, approval.textContext(), bench.approvals.text(SCOPE, asked).orElseThrow()))
          .hasValueSatisfying(
              text -> assertThat(text).contains("\"text\":\"a\"").contains("PHONE:" + BOB));
    }

    @Test
    void by_an_approval_that_another_instance_used_meanwhile_is_refused() {
      bench.approves(asked);
      bench.chat.beforeFootprints(_ -> {});
      bench.approvals.use(SCOPE, asked, bench.clock.instant());

      assertThat(ask("a", BOB)).isNotEqualTo(asked);
    }

    private ApprovalId ask(String text, String... to) {
      return ((Outcome.ApprovalNeeded) bench.send(text, to)).approval();
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Within_a_budget {
    @Test
    void is_refused_when_the_sends_of_the_day_are_spent() {
      bench.withBudget(new Budget(1, 9, 9)).send("a", BOB);

      assertSpent(bench.send("b", BOB), "budget-holds");
      assertThat(bench.after(Duration.ofDays(1)).send("b", BOB))
          .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_refused_when_it_would_reach_too_many() {
      bench.withBudget(new Budget(9, 1, 9)).send("a", BOB);

      assertSpent(bench.send("b", "+15550002"), "budget-holds");
      assertThat(bench.send("b", BOB)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_refused_when_it_would_reach_too_many_for_the_first_time() {
      bench.withBudget(new Budget(9, 9, 1)).send("a", BOB);

      assertSpent(bench.send("b", "+15550002"), "budget-holds");
      assertThat(bench.after(Duration.ofDays(1)).send("b", BOB, "+15550002"))
          .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void counts_who_reads_a_place_as_one() {
      bench.withBudget(new Budget(9, 1, 9)).send("a");

      assertThat(bench.send("b")).isInstanceOf(Outcome.Answered.class);
      assertSpent(bench.call(SEND, said("annex", "a")), "budget-holds");
    }

    @Test
    void is_given_back_when_nothing_was_sent() {
      bench.withBudget(new Budget(1, 1, 1));
      bench.chat.answers(SEND, new Failed<>("No line.", Retry.SAFE));
      bench.send("a", BOB);
      bench.chat.answers(SEND, bench.chat.done("sent", "home"));

      assertThat(bench.send("a", "+15550002")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void stays_spent_while_nobody_knows() {
      bench.withBudget(new Budget(1, 1, 1));
      bench.chat.answers(SEND, new Unknown<>("Cut off."));
      bench.send("a", BOB);

      assertSpent(bench.send("b", BOB), "budget-holds");
    }

    @Test
    void is_exact_among_many_at_once() throws Exception {
      bench.withBudget(new Budget(3, 99, 99));
      try (var callers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        var calls =
            java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> callers.submit(() -> bench.send("text " + i, BOB)))
                .toList();
        int sent = 0;
        for (var call : calls) {
          sent += call.get() instanceof Outcome.Answered ? 1 : 0;
        }
        assertThat(sent).isEqualTo(3);
      }
      assertThat(bench.chat.acts(SEND)).isEqualTo(3);
    }

    @Test
    void leaves_an_entry_when_another_spends_the_rest_just_before_it_is_claimed() {
      bench.withBudget(new Budget(1, 9, 9));

      assertSpent(overtaken(SEND, said("home", "a", BOB), () -> bench.send("b", BOB)), HOLDS);
      assertThat(bench.ledger(Kind.DENIED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.RULE)).hasValue(HOLDS))
          .satisfies(
              entry -> assertThat(RecordedCalls.read(entry)).isInstanceOf(Reading.Decided.class));
    }

    @Test
    void leaves_an_entry_when_the_same_is_claimed_just_before() {
      String call = keyed("key-1", said("home", "a", BOB));

      assertThat(overtaken(SEND, call, () -> bench.call(SEND, call)))
          .isInstanceOf(Outcome.AnsweredBefore.class);
      assertThat(bench.ledger(Kind.REPEATED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.CLAIM)).isPresent());
    }

    private void assertSpent(Outcome outcome, String rule) {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
  }

  /// How a call ends if something else is done between its decision and its claim.
  private Outcome overtaken(String tool, String json, Runnable first) {
    return bench.overtaken(new Step("UnitOfWork.run", 1), bench.command(tool, json), first);
  }

  private dev.sallyport.application.backend.Outcome<ScriptedBackend.Done> words(String number) {
    return new Done<>(
        new ScriptedBackend.Done("words"),
        new Provenance(
            List.of(
                new Source(
                    bench.chat.space("home"), new Author.Outside(Recipient.phone(number, "US"))))));
  }
}
