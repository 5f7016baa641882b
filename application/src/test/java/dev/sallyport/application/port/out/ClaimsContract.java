package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AClaim.CLAIMED;
import static dev.sallyport.application.sample.AClaim.aClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.port.out.Claims.Claiming;
import dev.sallyport.application.port.out.Claims.Claiming.Claimed;
import dev.sallyport.application.port.out.Claims.Claiming.Held;
import dev.sallyport.application.port.out.Claims.Moving;
import dev.sallyport.application.port.out.Claims.PartStart;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.application.sample.AClaim;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Claims] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ClaimsContract {
  private static final Duration LONG = Duration.ofHours(1);
  private static final TenantScope HERE = Fresh.scope();
  private static final TenantScope THERE = Fresh.scope();
  private static final Instant LATER = CLAIMED.plusSeconds(10);
  private static final Instant FAR_AHEAD = CLAIMED.plus(Duration.ofDays(3650));
  private static final Sealed ARGUMENTS = Fresh.sealed();
  private static final Sealed ANSWER = Fresh.sealed();
  private static final int RACERS = 8;
  private static final int ROUNDS = 10;

  /// The same store during one test.
  protected abstract Claims claims();

  /// Units that the store joins.
  protected abstract UnitOfWork units();

  /// Lets an instance live until then.
  protected abstract void lives(String node, Duration life);

  @Test
  void a_claim_is_found_as_it_was_made_with_what_is_sealed_beside_it() {
    Claim claim = aClaim().in(HERE).claim();

    assertThat(claim(claim)).isEqualTo(new Claimed());
    assertThat(claims().find(HERE, claim.id())).contains(open(claim));
  }

  @Test
  void a_key_that_nobody_chose_is_kept_as_such() {
    Claim claim = claimed(aClaim().unchosen());

    assertThat(claims().find(HERE, claim.id())).contains(open(claim));
  }

  @Test
  void large_arguments_are_kept() {
    Claim claim = aClaim().in(HERE).claim();
    Sealed arguments = Sealed.of(new byte[2_000_000]);
    claims().claim(HERE, claim, "node", arguments, CLAIMED);

    assertThat(claims().find(HERE, claim.id()).orElseThrow().arguments()).contains(arguments);
  }

  @Test
  void a_claim_is_made_from_within_its_organization() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> claims().claim(THERE, aClaim().in(HERE).claim(), "node", ARGUMENTS, CLAIMED));
  }

  @Test
  void who_claims_a_key_that_is_held_is_shown_its_claim() {
    AClaim first = aClaim().in(HERE);
    claim(first.claim());

    assertThat(claim(first.again().claim())).isEqualTo(new Held(open(first.claim())));
  }

  @Test
  void the_same_key_of_another_grant_is_another_key() {
    AClaim first = aClaim().in(HERE);
    claim(first.claim());

    assertThat(claim(first.again().through(Fresh.grant()).claim())).isEqualTo(new Claimed());
  }

  @Test
  void the_same_text_as_a_key_that_nobody_chose_is_another_key() {
    AClaim first = aClaim().in(HERE);
    claim(first.claim());

    assertThat(claim(first.again().unchosen().claim())).isEqualTo(new Claimed());
  }

  @Test
  void the_same_key_in_another_organization_is_another_key() {
    AClaim first = aClaim().in(HERE);
    claim(first.claim());
    Claim there = first.again().in(THERE).claim();

    assertThat(claims().claim(THERE, there, "node", ARGUMENTS, CLAIMED)).isEqualTo(new Claimed());
  }

  @Test
  void of_racing_claims_of_one_key_one_claims_it_and_the_others_are_shown_its_claim()
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AClaim first = aClaim().in(HERE);
      List<Claim> racers = Stream.generate(() -> first.again().claim()).limit(RACERS).toList();

      List<Claiming> answers = Race.of(RACERS, number -> claim(racers.get(number)));

      Claim winner = racers.get(answers.indexOf(new Claimed()));
      assertThat(answers).containsOnlyOnce(new Claimed());
      assertThat(answers.stream().filter(Held.class::isInstance).distinct())
          .containsExactly(new Held(open(winner)));
    }
  }

  @Test
  void a_claim_that_was_undone_leaves_its_key_free() {
    AClaim first = aClaim().in(HERE);
    units().run(HERE, () -> new Undo<>(claim(first.claim())));

    assertThat(claim(first.again().claim())).isEqualTo(new Claimed());
    assertThat(claims().find(HERE, first.claim().id())).isEmpty();
  }

  @Test
  void a_claim_that_failed_before_sending_frees_its_key() {
    AClaim first = aClaim().in(HERE);
    moved(first, ClaimState.FAILED_BEFORE_SEND);

    assertThat(claim(first.again().claim())).isEqualTo(new Claimed());
  }

  @Test
  void a_chosen_key_is_held_for_ever_once_the_claim_is_done() {
    AClaim first = aClaim().in(HERE);
    moved(first, ClaimState.SENDING, ClaimState.DONE);

    assertThat(claims().claim(HERE, first.again().claim(), "node", ARGUMENTS, FAR_AHEAD))
        .isInstanceOf(Held.class);
  }

  @Test
  void a_key_that_nobody_chose_is_held_for_a_while_after_the_claim_is_done() {
    AClaim first = aClaim().in(HERE).unchosen();
    moved(first, ClaimState.SENDING, ClaimState.DONE);

    assertThat(claims().claim(HERE, first.again().claim(), "node", ARGUMENTS, LATER))
        .isInstanceOf(Held.class);
    assertThat(claims().claim(HERE, first.again().claim(), "node", ARGUMENTS, LATER.plusSeconds(1)))
        .isEqualTo(new Claimed());
  }

  @Test
  void of_racing_claims_of_a_key_that_became_free_one_claims_it() throws Exception {
    AClaim first = aClaim().in(HERE).unchosen();
    moved(first, ClaimState.SENDING, ClaimState.DONE);

    assertThat(
            Race.of(
                RACERS,
                _ ->
                    claims()
                        .claim(
                            HERE, first.again().claim(), "node", ARGUMENTS, LATER.plusSeconds(1))))
        .containsOnlyOnce(new Claimed());
  }

  @Test
  void an_open_or_unknown_claim_holds_even_a_key_that_nobody_chose() {
    AClaim open = aClaim().in(HERE).unchosen();
    AClaim unknown = aClaim().in(HERE).unchosen();
    claim(open.claim());
    moved(unknown, ClaimState.SENDING, ClaimState.UNKNOWN);

    assertThat(claims().claim(HERE, open.again().claim(), "node", ARGUMENTS, FAR_AHEAD))
        .isInstanceOf(Held.class);
    assertThat(claims().claim(HERE, unknown.again().claim(), "node", ARGUMENTS, FAR_AHEAD))
        .isInstanceOf(Held.class);
  }

  @Test
  void the_holder_of_a_key_is_told() {
    Claim claim = claimed(aClaim());

    assertThat(claims().holder(HERE, claim.key(), CLAIMED)).contains(open(claim));
    assertThat(claims().holder(THERE, claim.key(), CLAIMED)).isEmpty();
    assertThat(claims().holder(HERE, aClaim().claim().key(), CLAIMED)).isEmpty();
  }

  @Test
  void a_key_has_no_holder_once_its_claim_failed_before_sending() {
    Claim failed = moved(aClaim(), ClaimState.FAILED_BEFORE_SEND);

    assertThat(claims().holder(HERE, failed.key(), CLAIMED)).isEmpty();
  }

  @Test
  void a_key_that_nobody_chose_has_a_holder_for_a_while_after_the_claim_is_done() {
    Claim done = moved(aClaim().unchosen(), ClaimState.SENDING, ClaimState.DONE);
    Claim chosen = moved(aClaim(), ClaimState.SENDING, ClaimState.DONE);

    assertThat(claims().holder(HERE, done.key(), LATER).map(Stored::claim)).contains(done);
    assertThat(claims().holder(HERE, done.key(), LATER.plusSeconds(1))).isEmpty();
    assertThat(claims().holder(HERE, chosen.key(), FAR_AHEAD).map(Stored::claim)).contains(chosen);
  }

  @Test
  void a_claim_moves_on_from_what_is_known() {
    Claim claim = claimed(aClaim());
    Claim sending = claim.becomes(ClaimState.SENDING, LATER);

    assertThat(
            claims()
                .move(HERE, claim, new Claims.Next(ClaimState.SENDING, LATER, Optional.empty())))
        .isEqualTo(new Moving.Moved(sending));
    assertThat(claims().find(HERE, claim.id())).contains(open(sending));
  }

  @Test
  void who_knows_an_older_state_is_overtaken_and_changes_nothing() {
    Claim claim = claimed(aClaim());
    Claim sending = claim.becomes(ClaimState.SENDING, LATER);
    claims().move(HERE, claim, new Claims.Next(ClaimState.SENDING, LATER, Optional.empty()));

    assertThat(
            claims()
                .move(
                    HERE,
                    claim,
                    new Claims.Next(ClaimState.FAILED_BEFORE_SEND, LATER, Optional.of(ANSWER))))
        .isEqualTo(new Moving.Overtaken(open(sending)));
    assertThat(claims().find(HERE, claim.id())).contains(open(sending));
  }

  @Test
  void a_state_that_cannot_follow_is_a_bug() {
    Claim claim = claimed(aClaim());

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            claims().move(HERE, claim, new Claims.Next(ClaimState.DONE, LATER, Optional.empty())));
  }

  @Test
  void of_racing_moves_one_moves() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Claim claim = claimed(aClaim());

      List<Moving> answers =
          Race.of(
              RACERS,
              number ->
                  claims()
                      .move(
                          HERE,
                          claim,
                          new Claims.Next(
                              number % 2 == 0 ? ClaimState.SENDING : ClaimState.FAILED_BEFORE_SEND,
                              LATER,
                              Optional.empty())));

      assertThat(answers.stream().filter(Moving.Moved.class::isInstance)).hasSize(1);
      assertThat(answers.stream().filter(Moving.Overtaken.class::isInstance)).hasSize(RACERS - 1);
    }
  }

  @Test
  void a_claim_that_is_done_keeps_its_answer_and_no_arguments() {
    Claim done = moved(aClaim(), ClaimState.SENDING, ClaimState.DONE);

    assertThat(claims().find(HERE, done.id()))
        .contains(new Stored(done, Optional.empty(), Optional.of(ANSWER)));
  }

  @Test
  void a_claim_that_failed_before_sending_keeps_its_answer_and_no_arguments() {
    Claim failed = moved(aClaim(), ClaimState.FAILED_BEFORE_SEND);

    assertThat(claims().find(HERE, failed.id()))
        .contains(new Stored(failed, Optional.empty(), Optional.of(ANSWER)));
  }

  @Test
  void a_claim_whose_outcome_is_unknown_keeps_its_arguments_until_it_is_found() {
    Claim unknown = moved(aClaim(), ClaimState.SENDING, ClaimState.UNKNOWN);

    assertThat(claims().find(HERE, unknown.id()))
        .contains(new Stored(unknown, Optional.of(ARGUMENTS), Optional.of(ANSWER)));
    claims().move(HERE, unknown, new Claims.Next(ClaimState.DONE, LATER, Optional.empty()));
    assertThat(claims().find(HERE, unknown.id()))
        .contains(
            new Stored(
                unknown.becomes(ClaimState.DONE, LATER), Optional.empty(), Optional.empty()));
  }

  @Test
  void an_unknown_claim_that_turns_out_unsent_keeps_no_arguments_and_frees_its_key() {
    Claim unknown = moved(aClaim(), ClaimState.SENDING, ClaimState.UNKNOWN);
    claims()
        .move(
            HERE, unknown, new Claims.Next(ClaimState.FAILED_BEFORE_SEND, LATER, Optional.empty()));

    assertThat(claims().find(HERE, unknown.id()))
        .contains(
            new Stored(
                unknown.becomes(ClaimState.FAILED_BEFORE_SEND, LATER),
                Optional.empty(),
                Optional.empty()));
    assertThat(claims().holder(HERE, unknown.key(), CLAIMED)).isEmpty();
  }

  @Test
  void unknown_claims_of_a_grant_are_listed_the_oldest_first() {
    GrantId grant = Fresh.grant();
    Claim second = moved(aClaim().through(grant).at(LATER), ClaimState.SENDING, ClaimState.UNKNOWN);
    Claim first = moved(aClaim().through(grant), ClaimState.SENDING, ClaimState.UNKNOWN);
    moved(aClaim().through(grant), ClaimState.SENDING, ClaimState.DONE);
    moved(aClaim(), ClaimState.SENDING, ClaimState.UNKNOWN);

    assertThat(claims().unknown(HERE, grant, CLAIMED, 2)).containsExactly(first, second);
    assertThat(claims().unknown(HERE, grant, CLAIMED, 1)).containsExactly(first);
    assertThat(claims().unknown(HERE, grant, first.changedAt(), 2)).hasSize(2);
    assertThat(claims().unknown(HERE, grant, second.changedAt().plusMillis(1), 2)).isEmpty();
  }

  @Test
  void open_claims_of_an_instance_that_no_longer_lives_are_stranded() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
    lives("dead", Duration.ZERO);
    lives("alive", LONG);
    Claim sending = on("dead", aClaim().at(longAgo.plusSeconds(1)));
    claims().move(HERE, sending, new Claims.Next(ClaimState.SENDING, LATER, Optional.empty()));
    Claim never = on("never", aClaim().at(longAgo));
    Claim alive = on("alive", aClaim().at(longAgo));
    Claim failed = on("dead", aClaim().at(longAgo));
    claims()
        .move(
            HERE, failed, new Claims.Next(ClaimState.FAILED_BEFORE_SEND, LATER, Optional.empty()));

    assertThat(claims().stranded("asking", 1_000))
        .startsWith(never, sending.becomes(ClaimState.SENDING, LATER))
        .doesNotContain(alive)
        .allMatch(claim -> claim.state().isOpen());
    assertThat(claims().stranded("asking", 1)).containsExactly(never);
    assertThat(claims().stranded("never", 1_000)).doesNotContain(never).isNotEmpty();
    claims()
        .move(HERE, never, new Claims.Next(ClaimState.FAILED_BEFORE_SEND, LATER, Optional.empty()));
    claims()
        .move(
            HERE,
            sending.becomes(ClaimState.SENDING, LATER),
            new Claims.Next(ClaimState.UNKNOWN, LATER, Optional.empty()));
    assertThat(claims().stranded("asking", 1_000)).doesNotContain(never);
  }

  @Test
  void a_part_is_started_once() {
    Claim claim = sending(aClaim());

    assertThat(claims().startPart(HERE, claim, 0, LATER)).isEqualTo(PartStart.STARTED);
    assertThat(claims().startPart(HERE, claim, 0, LATER)).isEqualTo(PartStart.ALREADY);
    assertThat(claims().startPart(HERE, claim, 1, LATER)).isEqualTo(PartStart.STARTED);
  }

  @Test
  void of_racing_starts_of_a_part_one_is_told_that_it_started() throws Exception {
    Claim claim = sending(aClaim());

    assertThat(Race.of(RACERS, _ -> claims().startPart(HERE, claim, 3, LATER)))
        .containsOnlyOnce(PartStart.STARTED);
  }

  @Test
  void parts_are_listed_by_number_as_they_ended() {
    Claim claim = sending(aClaim());
    claims().startPart(HERE, claim, 2, LATER);
    claims().startPart(HERE, claim, 0, LATER);
    claims().endPart(HERE, claim.id(), done(0), LATER);

    assertThat(claims().parts(HERE, claim.id()))
        .containsExactly(done(0), new Part(2, Part.State.STARTED, ""));
  }

  @Test
  void a_part_that_has_ended_stays_as_it_is_unless_it_was_unknown() {
    Claim claim = sending(aClaim());
    claims().startPart(HERE, claim, 0, LATER);
    claims().endPart(HERE, claim.id(), new Part(0, Part.State.UNKNOWN, ""), LATER);
    claims().endPart(HERE, claim.id(), done(0), LATER);
    claims().endPart(HERE, claim.id(), new Part(0, Part.State.FAILED_BEFORE_SEND, ""), LATER);

    assertThat(claims().parts(HERE, claim.id())).containsExactly(done(0));
  }

  @Test
  void a_part_that_never_started_does_not_end() {
    Claim claim = sending(aClaim());
    claims().endPart(HERE, claim.id(), done(0), LATER);

    assertThat(claims().parts(HERE, claim.id())).isEmpty();
  }

  @Test
  void to_another_organization_a_claim_and_its_parts_are_not_there() {
    Claim claim = sending(aClaim());
    claims().startPart(HERE, claim, 0, LATER);
    claims().endPart(THERE, claim.id(), done(0), LATER);

    assertThat(claims().find(THERE, claim.id())).isEmpty();
    assertThat(
            claims()
                .move(THERE, claim, new Claims.Next(ClaimState.UNKNOWN, LATER, Optional.empty())))
        .isEqualTo(new Moving.NotThere());
    assertThat(claims().startPart(THERE, claim, 1, LATER)).isEqualTo(PartStart.OVERTAKEN);
    assertThat(claims().parts(THERE, claim.id())).isEmpty();
    assertThat(claims().find(HERE, claim.id())).contains(open(claim));
    assertThat(claims().parts(HERE, claim.id()))
        .containsExactly(new Part(0, Part.State.STARTED, ""));
  }

  @Test
  void to_another_organization_an_unknown_claim_is_not_there() {
    GrantId grant = Fresh.grant();
    moved(aClaim().through(grant), ClaimState.SENDING, ClaimState.UNKNOWN);

    assertThat(claims().unknown(THERE, grant, CLAIMED, 2)).isEmpty();
  }

  @Test
  void no_part_starts_of_a_claim_that_is_not_there() {
    Claim sending = aClaim().in(HERE).claim().becomes(ClaimState.SENDING, LATER);

    assertThat(claims().startPart(HERE, sending, 0, LATER)).isEqualTo(PartStart.OVERTAKEN);
  }

  @Test
  void no_part_starts_of_a_claim_that_is_not_being_sent() {
    Claim claimed = claimed(aClaim());

    assertThat(claims().startPart(HERE, claimed, 0, LATER)).isEqualTo(PartStart.OVERTAKEN);
    assertThat(claims().startPart(HERE, claimed.becomes(ClaimState.SENDING, LATER), 0, LATER))
        .isEqualTo(PartStart.OVERTAKEN);
    assertThat(claims().parts(HERE, claimed.id())).isEmpty();
  }

  @Test
  void no_part_starts_once_somebody_else_decided_of_the_claim() {
    Claim known = sending(aClaim());
    claims().startPart(HERE, known, 0, LATER);
    claims().move(HERE, known, new Claims.Next(ClaimState.UNKNOWN, LATER, Optional.empty()));
    Claim unknown = known.becomes(ClaimState.UNKNOWN, LATER);

    assertThat(claims().startPart(HERE, known, 1, LATER)).isEqualTo(PartStart.OVERTAKEN);
    assertThat(claims().startPart(HERE, unknown, 1, LATER)).isEqualTo(PartStart.OVERTAKEN);
    assertThat(claims().startPart(HERE, known, 0, LATER)).isEqualTo(PartStart.ALREADY);
    assertThat(claims().parts(HERE, known.id())).hasSize(1);
  }

  private Claiming claim(Claim claim) {
    return claims().claim(HERE, claim, "node", ARGUMENTS, CLAIMED);
  }

  private Claim claimed(AClaim sample) {
    return on("node", sample);
  }

  private Claim on(String node, AClaim sample) {
    Claim claim = sample.in(HERE).claim();
    claims().claim(HERE, claim, node, ARGUMENTS, CLAIMED);
    return claim;
  }

  private Claim sending(AClaim sample) {
    return moved(sample, ClaimState.SENDING);
  }

  /// Claimed, and brought through these states, the last of which has an answer.
  private Claim moved(AClaim sample, ClaimState... states) {
    Claim claim = claimed(sample);
    for (ClaimState state : states) {
      Optional<Sealed> answer = Optional.of(ANSWER).filter(_ -> state != ClaimState.SENDING);
      claims().move(HERE, claim, new Claims.Next(state, LATER, answer));
      claim = claim.becomes(state, LATER);
    }
    return claim;
  }

  private static Stored open(Claim claim) {
    return new Stored(claim, Optional.of(ARGUMENTS), Optional.empty());
  }

  private static Part done(int number) {
    return new Part(number, Part.State.DONE, "message-1");
  }
}
