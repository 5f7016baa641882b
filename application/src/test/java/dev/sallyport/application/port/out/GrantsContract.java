package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AGrant.GIVEN;
import static dev.sallyport.application.sample.AGrant.aGrant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.port.out.Grants.Change.Changed;
import dev.sallyport.application.port.out.Grants.Change.NotThere;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Grants] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class GrantsContract {
  private static final TenantScope HERE = Fresh.scope();
  private static final TenantScope THERE = Fresh.scope();
  private static final Instant LATER = GIVEN.plusSeconds(60);
  private static final BackendId CHAT = new BackendId("chat");
  private static final int RACERS = 8;
  private static final int ROUNDS = 20;

  /// The same store during one test.
  protected abstract Grants grants();

  @Test
  void a_grant_is_found_as_it_was_given() {
    Grant grant =
        aGrant()
            .in(HERE)
            .allowing("messages:read", "tasks.admin")
            .reaching("chat", Reach.of(new SpaceId("1"), new SpaceId("née \"2\"")))
            .reaching("phone", Reach.NOWHERE.and(new PrivateKind("dms")))
            .within(new Budget(1, 2, 3))
            .trusting(Recipient.phone("+4930123", "DE"), Recipient.member("7"))
            .narrowed(
                new Narrowing(
                    true,
                    Map.of(
                        CHAT,
                        Kept.conversations(new ConversationId("c")),
                        new BackendId("phone"),
                        Kept.spaces(new SpaceId("1"))),
                    new Narrowing.Recipients.Beginning(Set.of("+49", ""))))
            .grant();
    grants().give(HERE, grant);

    assertThat(grants().find(HERE, grant.id())).contains(grant);
  }

  @Test
  void the_region_of_a_trusted_recipient_is_kept() {
    Grant grant = given(aGrant().trusting(Recipient.phone("+4930123", "DE")));

    assertThat(grants().find(HERE, grant.id()).orElseThrow().trusted())
        .extracting(Recipient::region)
        .containsExactly("DE");
  }

  @Test
  void a_grant_that_was_over_when_it_was_stored_is_over() {
    Grant grant = given(aGrant().revoked(LATER));

    assertThat(grants().find(HERE, grant.id())).contains(grant);
  }

  @Test
  void a_reach_of_ten_thousand_spaces_is_kept() {
    Set<SpaceId> spaces =
        IntStream.range(0, 10_000)
            .mapToObj(number -> new SpaceId("space-" + number))
            .collect(Collectors.toSet());
    Grant grant = given(aGrant().reaching("chat", new Reach(spaces, Set.of())));

    assertThat(grants().find(HERE, grant.id())).contains(grant);
  }

  @Test
  void a_grant_is_given_from_within_its_organization_and_once() {
    Grant grant = given(aGrant());

    assertThatIllegalArgumentException().isThrownBy(() -> grants().give(THERE, grant));
    assertThatIllegalStateException().isThrownBy(() -> grants().give(HERE, grant));
  }

  @Test
  void to_another_organization_a_grant_is_not_there() {
    Grant grant = given(aGrant());

    assertThat(grants().find(THERE, grant.id())).isEmpty();
    assertThat(grants().ofPerson(THERE, grant.person())).isEmpty();
    assertThat(grants().narrow(THERE, grant.id(), Narrowing.toReading(), Budget.UNLIMITED))
        .isEqualTo(new NotThere());
    assertThat(grants().revoke(THERE, grant.id(), LATER)).isEqualTo(new NotThere());
    assertThat(grants().find(HERE, grant.id())).contains(grant);
  }

  @Test
  void an_unknown_grant_is_not_there() {
    assertThat(grants().find(HERE, Fresh.grant())).isEmpty();
    assertThat(grants().narrow(HERE, Fresh.grant(), Narrowing.toReading(), Budget.UNLIMITED))
        .isEqualTo(new NotThere());
    assertThat(grants().revoke(HERE, Fresh.grant(), LATER)).isEqualTo(new NotThere());
  }

  @Test
  void the_grants_of_a_person_are_listed_the_newest_first_live_or_over() {
    Grant first = given(aGrant().lasting(GIVEN, LATER));
    Grant last = given(aGrant().by(first.person()).lasting(LATER, LATER));
    Grant between =
        given(aGrant().by(first.person()).lasting(GIVEN.plusSeconds(1), LATER).revoked(LATER));
    given(aGrant());

    assertThat(grants().ofPerson(HERE, first.person())).containsExactly(last, between, first);
  }

  @Test
  void narrowing_tightens_what_is_there_and_is_a_new_generation() {
    Grant grant = given(aGrant().within(new Budget(10, 10, 10)));
    Narrowing by = Narrowing.to(CHAT, Kept.spaces(new SpaceId("1")));
    Grant narrowed = grant.narrowed(by, new Budget(20, 5, 10));

    assertThat(grants().narrow(HERE, grant.id(), by, new Budget(20, 5, 10)))
        .isEqualTo(new Changed(narrowed));
    assertThat(grants().find(HERE, grant.id())).contains(narrowed);
    assertThat(narrowed.generation()).isEqualTo(grant.generation() + 1);
  }

  @Test
  void racing_narrowings_all_hold() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Grant grant = given(aGrant().within(new Budget(100, 100, 100)));

      Race.of(RACERS, number -> grants().narrow(HERE, grant.id(), to(number), atMost(number)));

      Grant narrowed = grants().find(HERE, grant.id()).orElseThrow();
      assertThat(narrowed.narrowing().only()).hasSize(RACERS);
      assertThat(narrowed.budget().sends()).isEqualTo(100 - RACERS + 1);
      assertThat(narrowed.generation()).isEqualTo(RACERS);
    }
  }

  @Test
  void a_revoked_grant_is_over_in_a_new_generation() {
    Grant grant = given(aGrant());

    assertThat(grants().revoke(HERE, grant.id(), LATER))
        .isEqualTo(new Changed(grant.revoked(LATER)));
    assertThat(grants().find(HERE, grant.id())).contains(grant.revoked(LATER));
  }

  @Test
  void only_the_first_revocation_changes_anything() {
    Grant grant = given(aGrant());
    grants().revoke(HERE, grant.id(), LATER);

    assertThat(grants().revoke(HERE, grant.id(), LATER.plusSeconds(1)))
        .isEqualTo(new Changed(grant.revoked(LATER)));
    assertThat(grants().find(HERE, grant.id())).contains(grant.revoked(LATER));
  }

  @Test
  void of_racing_revocations_one_counts_and_no_narrowing_brings_the_grant_back() throws Exception {
    Grant grant = given(aGrant());

    Race.of(
        RACERS,
        number ->
            number % 2 == 0
                ? grants().revoke(HERE, grant.id(), LATER.plus(Duration.ofSeconds(number)))
                : grants().narrow(HERE, grant.id(), Narrowing.toReading(), Budget.UNLIMITED));

    Grant after = grants().find(HERE, grant.id()).orElseThrow();
    assertThat(after.revokedAt()).isNotEqualTo(Optional.empty());
    assertThat(after.narrowing()).isEqualTo(Narrowing.toReading());
    assertThat(after.generation()).isEqualTo(1 + RACERS / 2);
  }

  private static Narrowing to(int number) {
    return Narrowing.to(new BackendId("backend-" + number), Kept.spaces(new SpaceId("1")));
  }

  private static Budget atMost(int number) {
    return new Budget(100 - number, 100, 100);
  }

  private Grant given(AGrant sample) {
    Grant grant = sample.in(HERE).grant();
    grants().give(HERE, grant);
    return grant;
  }
}
