package dev.sallyport.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Roster.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A roster")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterTest {
  private static final OrganizationId ORGANIZATION =
      new OrganizationId("0000000000000000000000000000000a");
  private static final PersonId ANNA = new PersonId("00000000000000000000000000000001");
  private static final PersonId BERT = new PersonId("00000000000000000000000000000002");

  @Test
  void lets_an_owner_leave_while_another_stays() {
    assertThat(roster(Role.OWNER, Role.OWNER).without(ANNA))
        .isEqualTo(new Outcome.Changed(new Roster(ORGANIZATION, List.of(bert(Role.OWNER)))));
  }

  @ParameterizedTest
  @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
  void keeps_its_last_owner_whoever_else_is_in_it(Role other) {
    assertThat(roster(Role.OWNER, other).without(ANNA)).isEqualTo(new Outcome.LastOwner());
  }

  @ParameterizedTest
  @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
  void does_not_make_its_last_owner_less(Role less) {
    assertThat(roster(Role.OWNER, Role.ADMIN).with(ANNA, less)).isEqualTo(new Outcome.LastOwner());
  }

  @Test
  void lets_the_last_owner_stay_what_they_are() {
    assertThat(roster(Role.OWNER, Role.ADMIN).with(ANNA, Role.OWNER))
        .isInstanceOf(Outcome.Changed.class);
  }

  @ParameterizedTest
  @EnumSource
  void gives_anybody_but_the_last_owner_any_role(Role role) {
    assertThat(roster(Role.OWNER, Role.MEMBER).with(BERT, role))
        .isEqualTo(new Outcome.Changed(roster(Role.OWNER, role)));
  }

  @ParameterizedTest
  @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
  void lets_anybody_but_the_last_owner_go(Role role) {
    assertThat(roster(Role.OWNER, role).without(BERT))
        .isEqualTo(new Outcome.Changed(new Roster(ORGANIZATION, List.of(anna(Role.OWNER)))));
  }

  @Test
  void knows_nothing_of_who_is_not_in_it() {
    var roster = new Roster(ORGANIZATION, List.of(anna(Role.OWNER)));

    assertThat(roster.member(BERT)).isEmpty();
    assertThat(roster.without(BERT)).isEqualTo(new Outcome.NoMember());
    assertThat(roster.with(BERT, Role.ADMIN)).isEqualTo(new Outcome.NoMember());
  }

  @Test
  void holds_nobody_twice_and_nobody_of_another_organization() {
    var foreign =
        new Membership(new OrganizationId("0000000000000000000000000000000b"), BERT, Role.MEMBER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Roster(ORGANIZATION, List.of(anna(Role.OWNER), anna(Role.MEMBER))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Roster(ORGANIZATION, List.of(anna(Role.OWNER), foreign)));
  }

  private static Roster roster(Role anna, Role bert) {
    return new Roster(ORGANIZATION, List.of(anna(anna), bert(bert)));
  }

  private static Membership anna(Role role) {
    return new Membership(ORGANIZATION, ANNA, role);
  }

  private static Membership bert(Role role) {
    return new Membership(ORGANIZATION, BERT, role);
  }
}
