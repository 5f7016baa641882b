package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AnApproval.ASKED;
import static dev.sallyport.application.sample.AnApproval.EXPIRES;
import static dev.sallyport.application.sample.AnApproval.anApproval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.port.out.Approvals.Answer;
import dev.sallyport.application.port.out.Approvals.Answer.NotThere;
import dev.sallyport.application.port.out.Approvals.Answer.Taken;
import dev.sallyport.application.port.out.Approvals.Answer.TooLate;
import dev.sallyport.application.port.out.Approvals.Use;
import dev.sallyport.application.sample.AnApproval;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Approvals] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ApprovalsContract {
  private static final TenantScope HERE = Fresh.scope();
  private static final TenantScope THERE = Fresh.scope();
  private static final Instant SOON = ASKED.plusSeconds(10);
  private static final Instant JUST_IN_TIME = EXPIRES.minusMillis(1);
  private static final Sealed TEXT = Fresh.sealed();
  private static final int RACERS = 8;
  private static final int ROUNDS = 10;

  /// The same store during one test.
  protected abstract Approvals approvals();

  @Test
  void a_question_is_found_as_it_was_asked_with_its_text() {
    Approval question = anApproval().in(HERE).approval();

    assertThat(approvals().ask(HERE, question, TEXT)).isEqualTo(question);
    assertThat(approvals().find(HERE, question.id())).contains(question);
    assertThat(approvals().text(HERE, question.id())).contains(TEXT);
    assertThat(about(question, SOON)).contains(question);
  }

  @Test
  void a_question_is_asked_from_within_its_organization() {
    Approval question = anApproval().in(HERE).approval();

    assertThatIllegalArgumentException().isThrownBy(() -> approvals().ask(THERE, question, TEXT));
  }

  @Test
  void a_question_that_is_open_is_not_asked_again() {
    AnApproval sample = anApproval().in(HERE);
    Approval first = asked(sample);
    Approval again = sample.again().approval();

    assertThat(approvals().ask(HERE, again, Fresh.sealed())).isEqualTo(first);
    assertThat(approvals().find(HERE, again.id())).isEmpty();
    assertThat(approvals().text(HERE, first.id())).contains(TEXT);
  }

  @Test
  void a_question_that_is_approved_is_not_asked_again() {
    AnApproval sample = anApproval().in(HERE);
    Approval first = asked(sample);
    answer(first, State.APPROVED, SOON);

    assertThat(asked(sample.again())).isEqualTo(as(State.APPROVED, first));
  }

  @Test
  void a_question_that_was_declined_used_or_expired_is_asked_anew() {
    AnApproval declined = anApproval().in(HERE);
    answer(asked(declined), State.DECLINED, SOON);
    AnApproval used = anApproval().in(HERE);
    answer(asked(used), State.APPROVED, SOON);
    approvals().use(HERE, used.approval().id(), SOON);
    AnApproval expired = anApproval().in(HERE);
    asked(expired);

    assertAskedAnew(declined.again());
    assertAskedAnew(used.again());
    assertAskedAnew(expired.again().at(EXPIRES));
    assertThat(approvals().text(HERE, expired.approval().id())).isEmpty();
  }

  @Test
  void racing_calls_that_ask_the_same_ask_one_question() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AnApproval sample = anApproval().in(HERE);
      List<Approval> racers =
          Stream.generate(() -> sample.again().approval()).limit(RACERS).toList();

      List<Approval> answers =
          Race.of(RACERS, number -> approvals().ask(HERE, racers.get(number), TEXT));

      assertThat(answers.stream().distinct()).hasSize(1);
      assertThat(approvals().open(HERE, sample.approval().person(), SOON))
          .containsExactly(answers.getFirst());
    }
  }

  @Test
  void nothing_is_about_another_tool_call_or_an_expired_one() {
    Approval question = asked(anApproval().in(HERE));

    assertThat(approvals().about(HERE, question.grant(), question.tool(), Fresh.hash(), SOON))
        .isEmpty();
    assertThat(approvals().about(HERE, Fresh.grant(), question.tool(), question.binding(), SOON))
        .isEmpty();
    assertThat(about(question, JUST_IN_TIME)).contains(question);
    assertThat(about(question, EXPIRES)).isEmpty();
  }

  @Test
  void open_questions_of_a_person_are_listed_the_oldest_first() {
    PersonId person = Fresh.person();
    Approval second = asked(anApproval().in(HERE).of(person).at(SOON));
    Approval first = asked(anApproval().in(HERE).of(person));
    answer(asked(anApproval().in(HERE).of(person)), State.APPROVED, SOON);
    asked(anApproval().in(HERE));

    assertThat(approvals().open(HERE, person, SOON)).containsExactly(first, second);
    assertThat(approvals().open(HERE, person, EXPIRES)).containsExactly(second);
  }

  @Test
  void the_first_answer_in_time_is_taken() {
    Approval question = asked(anApproval().in(HERE));

    assertThat(answer(question, State.APPROVED, JUST_IN_TIME))
        .isEqualTo(new Taken(as(State.APPROVED, question)));
    assertThat(answer(question, State.DECLINED, JUST_IN_TIME))
        .isEqualTo(new TooLate(as(State.APPROVED, question)));
    assertThat(approvals().find(HERE, question.id())).contains(as(State.APPROVED, question));
  }

  @Test
  void an_answer_after_the_question_expired_is_too_late() {
    Approval question = asked(anApproval().in(HERE));

    assertThat(answer(question, State.APPROVED, EXPIRES)).isEqualTo(new TooLate(question));
    assertThat(approvals().find(HERE, question.id())).contains(question);
  }

  @Test
  void to_anybody_but_the_person_asked_the_question_is_not_there() {
    Approval question = asked(anApproval().in(HERE));

    assertThat(approvals().answer(HERE, question.id(), Fresh.person(), State.APPROVED, SOON))
        .isEqualTo(new NotThere());
    assertThat(approvals().answer(HERE, Fresh.approval(), question.person(), State.APPROVED, SOON))
        .isEqualTo(new NotThere());
    assertThat(approvals().find(HERE, question.id())).contains(question);
  }

  @Test
  void an_answer_is_yes_or_no() {
    Approval question = asked(anApproval().in(HERE));

    assertThatIllegalArgumentException().isThrownBy(() -> answer(question, State.USED, SOON));
    assertThatIllegalArgumentException().isThrownBy(() -> answer(question, State.ASKED, SOON));
  }

  @Test
  void of_racing_answers_one_is_taken() throws Exception {
    Approval question = asked(anApproval().in(HERE));

    List<Answer> answers =
        Race.of(
            RACERS,
            number -> answer(question, number % 2 == 0 ? State.APPROVED : State.DECLINED, SOON));

    assertThat(answers.stream().filter(Taken.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(TooLate.class::isInstance)).hasSize(RACERS - 1);
  }

  @Test
  void an_approval_is_used_once_and_in_time() {
    Approval question = asked(anApproval().in(HERE));
    answer(question, State.APPROVED, SOON);

    assertThat(approvals().use(HERE, question.id(), EXPIRES)).isEqualTo(Use.SPENT);
    assertThat(approvals().use(HERE, question.id(), JUST_IN_TIME)).isEqualTo(Use.USED);
    assertThat(approvals().use(HERE, question.id(), JUST_IN_TIME)).isEqualTo(Use.SPENT);
    assertThat(approvals().find(HERE, question.id())).contains(as(State.USED, question));
    assertThat(about(question, SOON)).isEmpty();
  }

  @Test
  void what_was_not_approved_cannot_be_used() {
    Approval open = asked(anApproval().in(HERE));
    Approval declined = asked(anApproval().in(HERE));
    answer(declined, State.DECLINED, SOON);

    assertThat(approvals().use(HERE, open.id(), SOON)).isEqualTo(Use.SPENT);
    assertThat(approvals().use(HERE, declined.id(), SOON)).isEqualTo(Use.SPENT);
    assertThat(approvals().use(HERE, Fresh.approval(), SOON)).isEqualTo(Use.SPENT);
  }

  @Test
  void of_racing_uses_one_succeeds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Approval question = asked(anApproval().in(HERE));
      answer(question, State.APPROVED, SOON);

      assertThat(Race.of(RACERS, _ -> approvals().use(HERE, question.id(), SOON)))
          .containsOnlyOnce(Use.USED);
    }
  }

  @Test
  void the_text_is_kept_until_the_approval_is_used() {
    Approval question = asked(anApproval().in(HERE));
    answer(question, State.APPROVED, SOON);

    assertThat(approvals().text(HERE, question.id())).contains(TEXT);
    approvals().use(HERE, question.id(), SOON);
    assertThat(approvals().text(HERE, question.id())).isEmpty();
  }

  @Test
  void the_text_is_deleted_when_the_question_is_declined() {
    Approval question = asked(anApproval().in(HERE));
    answer(question, State.DECLINED, SOON);

    assertThat(approvals().text(HERE, question.id())).isEmpty();
  }

  @Test
  void texts_of_expired_questions_are_forgotten_and_no_others() {
    Approval expired = asked(anApproval().in(HERE));
    Approval approved = asked(anApproval().in(HERE));
    answer(approved, State.APPROVED, SOON);
    Approval live = asked(anApproval().in(HERE).at(SOON));

    assertThat(approvals().forgetExpired(EXPIRES)).isGreaterThanOrEqualTo(2);
    assertThat(approvals().forgetExpired(EXPIRES)).isZero();
    assertThat(approvals().text(HERE, expired.id())).isEmpty();
    assertThat(approvals().text(HERE, approved.id())).isEmpty();
    assertThat(approvals().text(HERE, live.id())).contains(TEXT);
    assertThat(approvals().find(HERE, expired.id())).contains(expired);
  }

  @Test
  void to_another_organization_nothing_of_it_is_there() {
    Approval question = asked(anApproval().in(HERE));

    assertThat(approvals().find(THERE, question.id())).isEmpty();
    assertThat(approvals().text(THERE, question.id())).isEmpty();
    assertThat(
            approvals().about(THERE, question.grant(), question.tool(), question.binding(), SOON))
        .isEmpty();
    assertThat(approvals().open(THERE, question.person(), SOON)).isEmpty();
    assertThat(approvals().answer(THERE, question.id(), question.person(), State.APPROVED, SOON))
        .isEqualTo(new NotThere());
    assertThat(approvals().find(HERE, question.id())).contains(question);
  }

  @Test
  void another_organization_cannot_use_an_approval() {
    Approval question = asked(anApproval().in(HERE));
    answer(question, State.APPROVED, SOON);

    assertThat(approvals().use(THERE, question.id(), SOON)).isEqualTo(Use.SPENT);
    assertThat(approvals().use(HERE, question.id(), SOON)).isEqualTo(Use.USED);
  }

  private void assertAskedAnew(AnApproval sample) {
    assertThat(asked(sample)).isEqualTo(sample.approval());
    assertThat(approvals().find(HERE, sample.approval().id())).contains(sample.approval());
  }

  private Approval asked(AnApproval sample) {
    return approvals().ask(HERE, sample.approval(), TEXT);
  }

  private Answer answer(Approval question, State answer, Instant at) {
    return approvals().answer(HERE, question.id(), question.person(), answer, at);
  }

  private Optional<Approval> about(Approval question, Instant at) {
    return approvals().about(HERE, question.grant(), question.tool(), question.binding(), at);
  }

  private static Approval as(State state, Approval it) {
    return new Approval(
        it.id(),
        it.organization(),
        it.person(),
        it.grant(),
        it.tool(),
        it.binding(),
        it.rule(),
        state,
        it.askedAt(),
        it.expiresAt());
  }
}
