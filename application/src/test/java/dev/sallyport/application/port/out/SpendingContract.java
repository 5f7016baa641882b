package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Spending.Outlook;
import dev.sallyport.application.port.out.Spending.Spent;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Spending] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class SpendingContract {
  private static final TenantScope HERE = Fresh.scope();
  private static final TenantScope THERE = Fresh.scope();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final int MANY = Integer.MAX_VALUE;
  private static final int RACERS = 32;

  private final GrantId grant = Fresh.grant();
  private final Pseudonym anna = Fresh.pseudonym();
  private final Pseudonym ben = Fresh.pseudonym();

  /// The same store during one test.
  protected abstract Spending spending();

  /// Units that the store joins.
  protected abstract UnitOfWork units();

  @Test
  void at_first_nothing_was_sent_and_everybody_is_new() {
    assertThat(spending().foresee(HERE, grant, TODAY, 3, Set.of(anna, ben)))
        .isEqualTo(new Outlook(Sent.NOTHING, new Sent(3, 2, 2)));
  }

  @Test
  void what_is_spent_is_counted() {
    assertThat(spend(3, Set.of(anna, ben))).isEqualTo(Spent.COUNTED);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(3, 2, 2));
  }

  @Test
  void foreseeing_counts_nothing() {
    spending().foresee(HERE, grant, TODAY, 3, Set.of(anna));

    assertThat(sentOn(TODAY)).isEqualTo(Sent.NOTHING);
  }

  @Test
  void somebody_written_to_before_today_is_neither_a_recipient_more_nor_new() {
    spend(1, Set.of(anna));

    assertThat(spending().foresee(HERE, grant, TODAY, 1, Set.of(anna, ben)))
        .isEqualTo(new Outlook(new Sent(1, 1, 1), new Sent(1, 1, 1)));
    spend(1, Set.of(anna, ben));
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(2, 2, 2));
  }

  @Test
  void a_new_day_starts_from_nothing_but_nobody_is_new_twice() {
    spend(1, Set.of(anna));
    spend(TOMORROW, Fresh.claim(), 1, Set.of(anna, ben), Budget.UNLIMITED);

    assertThat(sentOn(TODAY)).isEqualTo(new Sent(1, 1, 1));
    assertThat(sentOn(TOMORROW)).isEqualTo(new Sent(1, 2, 1));
  }

  @Test
  void each_grant_is_counted_by_itself() {
    spend(1, Set.of(anna));

    assertThat(spending().foresee(HERE, Fresh.grant(), TODAY, 1, Set.of(anna)))
        .isEqualTo(new Outlook(Sent.NOTHING, new Sent(1, 1, 1)));
  }

  @Test
  void sends_to_nobody_in_particular_are_counted() {
    spend(2, Set.of());

    assertThat(sentOn(TODAY)).isEqualTo(new Sent(2, 0, 0));
  }

  @Test
  void a_budget_can_be_spent_to_its_last_send() {
    assertThat(spend(2, Set.of(), new Budget(2, 0, 0))).isEqualTo(Spent.COUNTED);
    assertThat(spend(1, Set.of(), new Budget(2, 0, 0))).isEqualTo(Spent.SENDS_EXCEEDED);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(2, 0, 0));
  }

  @Test
  void too_many_sends_count_nothing() {
    assertThat(spend(3, Set.of(anna), new Budget(2, MANY, MANY))).isEqualTo(Spent.SENDS_EXCEEDED);
    assertNothingCounted();
  }

  @Test
  void too_many_recipients_count_nothing() {
    assertThat(spend(1, Set.of(anna, ben), new Budget(MANY, 1, MANY)))
        .isEqualTo(Spent.RECIPIENTS_EXCEEDED);
    assertNothingCounted();
  }

  @Test
  void too_many_newcomers_count_nothing() {
    assertThat(spend(1, Set.of(anna, ben), new Budget(MANY, MANY, 1)))
        .isEqualTo(Spent.NEWCOMERS_EXCEEDED);
    assertNothingCounted();
  }

  @Test
  void a_budget_of_which_more_was_spent_than_it_has_now_is_exceeded() {
    spend(5, Set.of(anna));

    assertThat(spend(1, Set.of(anna), new Budget(2, MANY, MANY))).isEqualTo(Spent.SENDS_EXCEEDED);
    assertThat(spend(0, Set.of(anna), new Budget(MANY, 0, MANY)))
        .isEqualTo(Spent.RECIPIENTS_EXCEEDED);
  }

  @Test
  void a_claim_that_was_refused_can_be_counted_later() {
    ClaimId claim = Fresh.claim();
    spend(TODAY, claim, 3, Set.of(anna), new Budget(2, MANY, MANY));

    assertThat(spend(TODAY, claim, 3, Set.of(anna), Budget.UNLIMITED)).isEqualTo(Spent.COUNTED);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(3, 1, 1));
  }

  @Test
  void a_unit_in_which_a_budget_was_exceeded_can_still_be_kept() {
    units()
        .run(
            HERE,
            () -> {
              spend(3, Set.of(anna), new Budget(2, MANY, MANY));
              return new Keep<>(spend(1, Set.of(ben)));
            });

    assertThat(sentOn(TODAY)).isEqualTo(new Sent(1, 1, 1));
    assertThat(spending().foresee(HERE, grant, TODAY, 1, Set.of(anna, ben)).call())
        .isEqualTo(new Sent(1, 1, 1));
  }

  @Test
  void what_a_unit_spent_that_was_undone_is_not_counted() {
    units().run(HERE, () -> new Undo<>(spend(3, Set.of(anna))));

    assertNothingCounted();
  }

  @Test
  void a_claim_is_counted_once() {
    ClaimId claim = Fresh.claim();
    spend(TODAY, claim, 1, Set.of(anna), Budget.UNLIMITED);

    assertThat(spend(TODAY, claim, 1, Set.of(anna), Budget.UNLIMITED)).isEqualTo(Spent.COUNTED);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(1, 1, 1));
  }

  @Test
  void what_is_given_back_is_as_if_it_had_never_been() {
    ClaimId claim = Fresh.claim();
    spend(TODAY, claim, 2, Set.of(anna, ben), Budget.UNLIMITED);
    spending().giveBack(HERE, claim);

    assertNothingCounted();
  }

  @Test
  void giving_back_again_changes_nothing() {
    ClaimId claim = Fresh.claim();
    spend(TODAY, claim, 2, Set.of(anna), Budget.UNLIMITED);
    spend(3, Set.of(anna, ben));
    spending().giveBack(HERE, claim);
    spending().giveBack(HERE, claim);
    spending().giveBack(HERE, Fresh.claim());

    assertThat(sentOn(TODAY)).isEqualTo(new Sent(3, 2, 2));
  }

  @Test
  void a_recipient_whom_another_claim_wrote_to_stays_counted_when_one_is_given_back() {
    ClaimId first = Fresh.claim();
    ClaimId second = Fresh.claim();
    spend(TODAY, first, 1, Set.of(anna), Budget.UNLIMITED);
    spend(TODAY, second, 1, Set.of(anna), Budget.UNLIMITED);
    spending().giveBack(HERE, first);

    assertThat(sentOn(TODAY)).isEqualTo(new Sent(1, 1, 1));
    spending().giveBack(HERE, second);
    assertNothingCounted();
  }

  @Test
  void a_newcomer_is_counted_on_the_first_day_that_is_left() {
    ClaimId first = Fresh.claim();
    spend(TODAY, first, 1, Set.of(anna), Budget.UNLIMITED);
    spend(TOMORROW, Fresh.claim(), 1, Set.of(anna), Budget.UNLIMITED);
    spending().giveBack(HERE, first);

    assertThat(sentOn(TODAY)).isEqualTo(Sent.NOTHING);
    assertThat(sentOn(TOMORROW)).isEqualTo(new Sent(1, 1, 1));
  }

  @Test
  void racing_claims_never_send_more_than_the_budget_and_not_less_either() throws Exception {
    List<Spent> answers =
        Race.of(RACERS, _ -> spend(1, Fresh.pseudonyms(1), new Budget(20, MANY, MANY)));

    assertThat(answers.stream().filter(Spent.COUNTED::equals)).hasSize(20);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(20, 20, 20));
  }

  @Test
  void racing_claims_never_reach_more_recipients_than_the_budget() throws Exception {
    List<Spent> answers =
        Race.of(RACERS, _ -> spend(1, Fresh.pseudonyms(2), new Budget(MANY, 20, MANY)));

    assertThat(answers.stream().filter(Spent.COUNTED::equals)).hasSize(10);
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(10, 20, 20));
  }

  @Test
  void racing_claims_count_one_recipient_once_even_over_midnight() throws Exception {
    Race.of(
        RACERS,
        number ->
            spend(
                number % 2 == 0 ? TODAY : TOMORROW,
                Fresh.claim(),
                1,
                Set.of(anna, ben),
                Budget.UNLIMITED));

    Sent today = sentOn(TODAY);
    Sent tomorrow = sentOn(TOMORROW);
    assertThat(today.sends() + tomorrow.sends()).isEqualTo(RACERS);
    assertThat(today.recipients() + tomorrow.recipients()).isEqualTo(4);
    assertThat(today.newcomers() + tomorrow.newcomers()).isEqualTo(2);
  }

  @Test
  void racing_claims_that_are_given_back_at_once_leave_nothing() throws Exception {
    List<ClaimId> claims = Stream.generate(Fresh::claim).limit(RACERS).toList();
    Race.of(
        RACERS,
        number -> {
          spend(TODAY, claims.get(number), 1, Set.of(anna, ben), Budget.UNLIMITED);
          spending().giveBack(HERE, claims.get(number));
          return number;
        });

    assertNothingCounted();
  }

  @Test
  void one_claim_that_races_itself_is_counted_once_and_given_back_once() throws Exception {
    ClaimId claim = Fresh.claim();
    spend(5, Set.of(ben));
    Race.of(RACERS, _ -> spend(TODAY, claim, 1, Set.of(anna), Budget.UNLIMITED));
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(6, 2, 2));

    Race.of(
        RACERS,
        number -> {
          spending().giveBack(HERE, claim);
          return number;
        });
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(5, 1, 1));
  }

  @Test
  void another_organization_sees_nothing_of_it_and_cannot_give_it_back() {
    ClaimId claim = Fresh.claim();
    spend(TODAY, claim, 2, Set.of(anna), Budget.UNLIMITED);
    spending().giveBack(THERE, claim);

    assertThat(spending().foresee(THERE, grant, TODAY, 1, Set.of(anna)))
        .isEqualTo(new Outlook(Sent.NOTHING, new Sent(1, 1, 1)));
    assertThat(sentOn(TODAY)).isEqualTo(new Sent(2, 1, 1));
  }

  @Test
  void what_another_organization_spends_is_not_counted_here() {
    spending().spend(THERE, grant, TODAY, Fresh.claim(), 2, Set.of(anna), Budget.UNLIMITED);

    assertNothingCounted();
  }

  private void assertNothingCounted() {
    assertThat(spending().foresee(HERE, grant, TODAY, 1, Set.of(anna, ben)))
        .isEqualTo(new Outlook(Sent.NOTHING, new Sent(1, 2, 2)));
  }

  private Sent sentOn(LocalDate day) {
    return spending().foresee(HERE, grant, day, 0, Set.of()).today();
  }

  private Spent spend(int sends, Set<Pseudonym> recipients) {
    return spend(sends, recipients, Budget.UNLIMITED);
  }

  private Spent spend(int sends, Set<Pseudonym> recipients, Budget budget) {
    return spend(TODAY, Fresh.claim(), sends, recipients, budget);
  }

  private Spent spend(
      LocalDate day, ClaimId claim, int sends, Set<Pseudonym> recipients, Budget budget) {
    return spending().spend(HERE, grant, day, claim, sends, recipients, budget);
  }
}
