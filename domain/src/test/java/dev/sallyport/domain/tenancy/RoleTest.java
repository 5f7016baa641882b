package dev.sallyport.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of the roles,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleTest {
  /// Who may do what, act by act; who is not named may not.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "USE_READING_TOOLS,  OWNER ADMIN MEMBER",
    "USE_CHANGING_TOOLS, OWNER ADMIN MEMBER",
    "MANAGE_MEMBERS,     OWNER ADMIN",
    "MANAGE_OWNERS,      OWNER",
    "MANAGE_PLAN,        OWNER ADMIN",
    "MANAGE_POLICY,      OWNER ADMIN",
    "SEE_USAGE,          OWNER ADMIN AUDITOR",
    "SEE_LEDGER,         OWNER ADMIN AUDITOR",
    "ERASE_ORGANIZATION, OWNER"
  })
  void these_and_no_others_may(Act act, String roles) {
    assertThat(whoMay(act)).containsExactlyInAnyOrder(roles.split(" "));
  }

  @Test
  void the_owner_may_do_whatever_there_is_to_do() {
    assertThat(Act.values()).allMatch(Role.OWNER::may);
  }

  @Test
  void the_auditor_sees_and_does_nothing() {
    Set<Act> acts = EnumSet.allOf(Act.class);
    acts.removeIf(act -> !Role.AUDITOR.may(act));

    assertThat(acts).containsExactlyInAnyOrder(Act.SEE_USAGE, Act.SEE_LEDGER);
  }

  private static String[] whoMay(Act act) {
    return Arrays.stream(Role.values())
        .filter(role -> role.may(act))
        .map(Role::name)
        .toArray(String[]::new);
  }
}
