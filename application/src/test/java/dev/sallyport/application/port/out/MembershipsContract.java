package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.port.out.Memberships.Addition;
import dev.sallyport.application.port.out.Memberships.Change;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Roster;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Memberships] must do. Extend it; override nothing but
/// [#memberships()].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class MembershipsContract {
  private static final TenantScope HERE = scope(1);
  private static final TenantScope THERE = scope(2);
  private static final PersonId ANNA = person(1);
  private static final PersonId BERT = person(2);
  private static final int ROUNDS = 25;

  /// A store, empty at first and the same for the whole test.
  protected abstract Memberships memberships();

  @Test
  void who_was_added_belongs_to_the_organization_and_no_other() {
    assertThat(join(HERE, ANNA, Role.ADMIN)).isEqualTo(Addition.ADDED);

    assertThat(memberships().find(HERE, ANNA)).contains(membership(HERE, ANNA, Role.ADMIN));
    assertThat(memberships().find(THERE, ANNA)).isEmpty();
    assertThat(memberships().find(HERE, BERT)).isEmpty();
  }

  @Test
  void nobody_is_added_twice_or_from_within_another_organization() {
    join(HERE, ANNA, Role.ADMIN);

    assertThat(join(HERE, ANNA, Role.OWNER)).isEqualTo(Addition.MEMBER_ALREADY);
    assertThat(memberships().find(HERE, ANNA)).contains(membership(HERE, ANNA, Role.ADMIN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> memberships().add(THERE, membership(HERE, BERT, Role.OWNER)));
  }

  @Test
  void the_roster_holds_all_of_one_organization_by_their_ids() {
    join(HERE, BERT, Role.MEMBER);
    join(HERE, ANNA, Role.OWNER);
    join(THERE, person(3), Role.OWNER);

    assertThat(memberships().roster(HERE))
        .isEqualTo(
            new Roster(
                HERE.organization(),
                List.of(membership(HERE, ANNA, Role.OWNER), membership(HERE, BERT, Role.MEMBER))));
  }

  @Test
  void the_organizations_of_a_person_are_theirs_and_no_others() {
    join(HERE, ANNA, Role.OWNER);
    join(THERE, ANNA, Role.AUDITOR);
    join(THERE, BERT, Role.OWNER);

    assertThat(memberships().of(ANNA))
        .containsExactly(membership(HERE, ANNA, Role.OWNER), membership(THERE, ANNA, Role.AUDITOR));
    assertThat(memberships().of(person(3))).isEmpty();
  }

  @Test
  void a_role_can_be_changed_and_a_member_removed() {
    join(HERE, ANNA, Role.OWNER);
    join(HERE, BERT, Role.MEMBER);

    assertThat(memberships().changeRole(HERE, BERT, Role.OWNER)).isEqualTo(Change.CHANGED);
    assertThat(memberships().changeRole(HERE, ANNA, Role.MEMBER)).isEqualTo(Change.CHANGED);
    assertThat(memberships().remove(HERE, ANNA)).isEqualTo(Change.CHANGED);
    assertThat(memberships().roster(HERE).members())
        .containsExactly(membership(HERE, BERT, Role.OWNER));
  }

  @Test
  void the_last_owner_can_neither_be_removed_nor_become_less() {
    join(HERE, ANNA, Role.OWNER);
    join(HERE, BERT, Role.ADMIN);
    // an owner elsewhere is none here
    join(THERE, BERT, Role.OWNER);

    assertThat(memberships().remove(HERE, ANNA)).isEqualTo(Change.LAST_OWNER);
    assertThat(memberships().changeRole(HERE, ANNA, Role.ADMIN)).isEqualTo(Change.LAST_OWNER);
    assertThat(memberships().changeRole(HERE, ANNA, Role.OWNER)).isEqualTo(Change.CHANGED);
    assertThat(memberships().find(HERE, ANNA)).contains(membership(HERE, ANNA, Role.OWNER));
  }

  @Test
  void who_does_not_belong_can_neither_be_changed_nor_removed() {
    join(HERE, ANNA, Role.OWNER);
    join(HERE, BERT, Role.MEMBER);

    assertThat(memberships().changeRole(THERE, BERT, Role.OWNER)).isEqualTo(Change.NO_MEMBER);
    assertThat(memberships().remove(THERE, BERT)).isEqualTo(Change.NO_MEMBER);
    assertThat(memberships().remove(HERE, person(3))).isEqualTo(Change.NO_MEMBER);
    assertThat(memberships().find(HERE, BERT)).contains(membership(HERE, BERT, Role.MEMBER));
  }

  @Test
  void of_two_owners_who_leave_at_the_same_moment_one_stays() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TenantScope scope = scope(100 + round);
      join(scope, ANNA, Role.OWNER);
      join(scope, BERT, Role.OWNER);

      assertThat(Race.of(2, number -> memberships().remove(scope, person(1 + number))))
          .containsExactlyInAnyOrder(Change.CHANGED, Change.LAST_OWNER);
      assertThat(memberships().roster(scope).members()).hasSize(1);
    }
  }

  @Test
  void of_two_owners_who_demote_each_other_one_stays_owner() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TenantScope scope = scope(100 + round);
      join(scope, ANNA, Role.OWNER);
      join(scope, BERT, Role.OWNER);

      assertThat(
              Race.of(
                  2, number -> memberships().changeRole(scope, person(2 - number), Role.MEMBER)))
          .containsExactlyInAnyOrder(Change.CHANGED, Change.LAST_OWNER);
    }
  }

  private Addition join(TenantScope scope, PersonId person, Role role) {
    return memberships().add(scope, membership(scope, person, role));
  }

  private static Membership membership(TenantScope scope, PersonId person, Role role) {
    return new Membership(scope.organization(), person, role);
  }

  private static TenantScope scope(int number) {
    return new TenantScope(new OrganizationId("%032x".formatted(number)));
  }

  private static PersonId person(int number) {
    return new PersonId("%032x".formatted(number));
  }
}
