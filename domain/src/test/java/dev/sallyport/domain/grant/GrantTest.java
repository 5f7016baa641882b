package dev.sallyport.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A grant")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final BackendId PHONE = new BackendId("phone");
  private static final SpaceId SALES = new SpaceId("sales");
  private static final SpaceId HALL = new SpaceId("hall");
  private static final PrivateKind DMS = new PrivateKind("dms");
  private static final Place IN_SALES = Place.in(PHONE, SALES);
  private static final Place A_DM = new Place.InPrivate(PHONE, DMS, new ConversationId("ada"));

  @Test
  void reaches_what_was_ticked_and_nothing_else() {
    assertThat(grant().reaches(IN_SALES)).isTrue();
    assertThat(grant().reaches(Place.in(PHONE, HALL))).isFalse();
    assertThat(grant().reaches(A_DM)).isFalse();
    assertThat(grant().reaches(Place.in(new BackendId("chat"), SALES))).isFalse();
    assertThat(grant().reach(new BackendId("chat"))).isEqualTo(Reach.NOWHERE);
  }

  @Test
  void no_longer_reaches_what_was_taken_back() {
    Grant narrowed = grant().narrowed(Narrowing.to(PHONE, Kept.spaces(HALL)), Budget.UNLIMITED);

    assertThat(narrowed.reaches(IN_SALES)).isFalse();
    assertThat(narrowed.reaches(Place.in(PHONE, HALL))).isFalse();
  }

  @Test
  void lives_until_it_ends_or_is_taken_back() {
    assertThat(grant().isLive(NOON.plusSeconds(59))).isTrue();
    assertThat(grant().isLive(NOON.plusSeconds(60))).isFalse();
    assertThat(grant().revoked(NOON).isLive(NOON)).isFalse();
  }

  @Test
  void is_taken_back_when_it_first_was() {
    assertThat(grant().revoked(NOON).revoked(NOON.plusSeconds(9)).revokedAt()).contains(NOON);
  }

  @Test
  void rises_by_a_generation_with_each_change_and_keeps_the_rest() {
    Narrowing reading = Narrowing.toReading();
    assertThat(grant().narrowed(reading, new Budget(1, 9, 3)).revoked(NOON))
        .isEqualTo(grant(reading, new Budget(1, 2, 3), Optional.of(NOON), 9));
  }

  @Nested
  class Has_a_budget {
    @Test
    void that_takes_the_smaller_of_each() {
      assertThat(new Budget(1, 5, 9).tightenedBy(new Budget(4, 2, 9)))
          .isEqualTo(new Budget(1, 2, 9));
      assertThat(Budget.UNLIMITED.tightenedBy(new Budget(0, 0, 0))).isEqualTo(new Budget(0, 0, 0));
    }

    @Test
    void that_is_never_negative() {
      assertThatThrownBy(() -> new Budget(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Budget(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Budget(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Has_a_reach {
    @Test
    void that_is_nowhere_until_something_is_ticked() {
      assertThat(Reach.NOWHERE.isNowhere()).isTrue();
      assertThat(Reach.of(SALES).isNowhere()).isFalse();
      assertThat(Reach.NOWHERE.and(DMS).isNowhere()).isFalse();
    }

    @Test
    void that_no_space_opens_to_private_places_nor_the_other_way_round() {
      assertThat(Reach.of(SALES).covers(IN_SALES)).isTrue();
      assertThat(Reach.of(SALES).covers(A_DM)).isFalse();
      assertThat(Reach.NOWHERE.and(DMS).covers(A_DM)).isTrue();
      assertThat(Reach.NOWHERE.and(DMS).covers(IN_SALES)).isFalse();
      assertThat(Reach.of(SALES).and(DMS)).isEqualTo(new Reach(Set.of(SALES), Set.of(DMS)));
    }
  }

  private static Grant grant() {
    return grant(Narrowing.NONE, new Budget(8, 2, 9), Optional.empty(), 7);
  }

  private static Grant grant(
      Narrowing narrowing, Budget budget, Optional<Instant> revoked, long generation) {
    return new Grant(
        new GrantId("1".repeat(32)),
        new OrganizationId("2".repeat(32)),
        new PersonId("3".repeat(32)),
        new ClientId("assistant"),
        Scopes.NONE,
        Map.of(PHONE, Reach.of(SALES)),
        narrowing,
        budget,
        Set.of(Recipient.member("ada")),
        NOON,
        NOON.plusSeconds(60),
        revoked,
        generation);
  }
}
