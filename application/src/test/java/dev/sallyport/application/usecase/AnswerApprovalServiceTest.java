package dev.sallyport.application.usecase;

import static dev.sallyport.application.gate.GateBench.CLIENT;
import static dev.sallyport.application.gate.GateBench.PERSON;
import static dev.sallyport.application.gate.GateBench.SCOPE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.gate.GateBench;
import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.in.AnswerApproval.Choice;
import dev.sallyport.application.port.in.AnswerApproval.Result;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.ReviewApprovals.Question;
import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A question to a person")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerApprovalServiceTest {
  private static final Caller AT_THE_PAGE =
      new Caller(SCOPE, new GrantId("77".repeat(16)), PERSON, ClientId.PAGES, Scopes.NONE);

  private final GateBench bench = aGate();
  private final AnswerApproval service =
      new AnswerApprovalService(
          bench.approvals, bench.ledger, bench.units, bench.randomness, bench.clock);
  private final ReviewApprovalsService review =
      new ReviewApprovalsService(bench.approvals, bench.keys, bench.vault, bench.clock);
  private final ApprovalId asked = ask();

  @Test
  void shows_exactly_what_would_be_sent_and_to_whom() {
    assertThat(review.open(AT_THE_PAGE))
        .singleElement()
        .satisfies(question -> {
          assertThat(question.approval().id()).isEqualTo(asked);
          assertThat(question.text().orElseThrow())
              .contains("\"text\":\"the plan\"")
              .contains("PHONE:+15550001");
          assertThat(question.toString()).doesNotContain("plan").doesNotContain("+1555");
        });
  }

  @Test
  void that_is_approved_lets_exactly_that_call_pass_once() {
    assertThat(service.answer(AT_THE_PAGE, asked, Choice.APPROVE))
        .isInstanceOfSatisfying(
            Result.Taken.class,
            taken -> assertThat(taken.approval().state()).isEqualTo(State.APPROVED));
    assertThat(bench.send("the plan", "+15550001")).isInstanceOf(Outcome.Answered.class);
    assertThat(review.open(AT_THE_PAGE)).isEmpty();
  }

  @Test
  void that_is_declined_lets_nothing_pass() {
    service.answer(AT_THE_PAGE, asked, Choice.DECLINE);

    assertThat(bench.send("the plan", "+15550001")).isInstanceOf(Outcome.ApprovalNeeded.class);
  }

  @Test
  void leaves_its_answer_in_the_ledger() {
    service.answer(AT_THE_PAGE, asked, Choice.DECLINE);

    assertThat(bench.ledger(Kind.ANSWERED))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.facts().of(Fact.APPROVAL)).hasValue(asked.value());
          assertThat(entry.facts().of(Fact.OUTCOME)).hasValue("declined");
        });
  }

  @Test
  void is_not_there_for_the_grant_that_asked_nor_for_anybody_else() {
    var stranger =
        new Caller(
            SCOPE, AT_THE_PAGE.grant(), new PersonId("78".repeat(16)), ClientId.PAGES, Scopes.NONE);
    var elsewhere =
        new Caller(
            new TenantScope(new OrganizationId("79".repeat(16))),
            AT_THE_PAGE.grant(),
            PERSON,
            ClientId.PAGES,
            Scopes.NONE);
    var anotherAssistant =
        new Caller(SCOPE, new GrantId("76".repeat(16)), PERSON, CLIENT, Scopes.NONE);

    for (Caller caller : List.of(bench.caller(), anotherAssistant, stranger, elsewhere)) {
      assertThat(service.answer(caller, asked, Choice.APPROVE)).isEqualTo(new Result.NotThere());
    }
    assertThat(List.of(review.open(stranger), review.open(elsewhere)))
        .containsOnly(List.<Question>of());
    assertThat(bench.ledger(Kind.ANSWERED)).isEmpty();
  }

  @Test
  void takes_one_answer_and_none_once_it_has_expired() {
    service.answer(AT_THE_PAGE, asked, Choice.DECLINE);
    assertThat(service.answer(AT_THE_PAGE, asked, Choice.APPROVE))
        .isInstanceOf(Result.TooLate.class);

    ApprovalId later = ask();
    bench.after(Duration.ofMinutes(30));
    assertThat(service.answer(AT_THE_PAGE, later, Choice.APPROVE))
        .isInstanceOf(Result.TooLate.class);
    assertThat(bench.ledger(Kind.ANSWERED)).hasSize(1);
  }

  @Test
  void is_not_answered_if_that_cannot_be_written_down() {
    bench.ledger.goesAway();
    assertThatThrownBy(() -> service.answer(AT_THE_PAGE, asked, Choice.APPROVE))
        .isInstanceOf(Unavailable.class);
    bench.ledger.comesBack();

    assertThat(bench.approvals.find(SCOPE, asked).orElseThrow().state()).isEqualTo(State.ASKED);
  }

  @Test
  void shows_nothing_any_more_of_who_was_erased() {
    bench.keys.destroy(PERSON);

    assertThat(review.open(AT_THE_PAGE))
        .singleElement()
        .satisfies(question -> assertThat(question.text()).isEmpty());
  }

  private ApprovalId ask() {
    bench.chat.answers(
        "messages.read",
        new Done<>(
            new ScriptedBackend.Done("words"),
            new Provenance(List.of(new Source(bench.chat.space("home"), new Author.Unknown())))));
    bench.read("home");
    return ((Outcome.ApprovalNeeded) bench.send("the plan", "+15550001")).approval();
  }
}
