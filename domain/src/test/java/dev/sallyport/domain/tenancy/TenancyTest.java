package dev.sallyport.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Person.Standing;
import dev.sallyport.domain.tenancy.Tenancy.Welcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Somebody new")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenancyTest {
  private static final PersonId ID = new PersonId("00000000000000000000000000000001");
  private static final OrganizationId OWN = new OrganizationId("0123456789abcdef000000000000000a");
  private static final EmailAddress ANNA = new EmailAddress("anna@example.com");
  private static final Welcome WELCOME =
      Tenancy.welcome(ID, OWN, ANNA, Locale.GERMAN, new PlanId("free"), Instant.EPOCH);

  @Test
  void is_an_active_person_with_the_address_they_came_by() {
    assertThat(WELCOME.person())
        .isEqualTo(
            new Person(ID, Optional.of(ANNA), Locale.GERMAN, Standing.ACTIVE, Instant.EPOCH));
  }

  @Test
  void owns_an_organization_that_is_theirs_alone() {
    assertThat(WELCOME.organization().kind()).isEqualTo(Organization.Kind.PERSONAL);
    assertThat(WELCOME.membership()).isEqualTo(new Membership(OWN, ID, Role.OWNER));
    assertThat(WELCOME.organization().id()).isEqualTo(OWN);
  }

  @Test
  void is_not_given_away_by_what_their_organization_is_called() {
    assertThat(WELCOME.organization().name() + WELCOME.organization().slug())
        .doesNotContain("anna", "example");
  }

  @Test
  void is_asked_before_a_tainted_send_for_an_hour() {
    assertThat(WELCOME.organization().taint()).isEqualTo(TaintPolicy.standard());
    assertThat(TaintPolicy.standard().mode()).isEqualTo(TaintMode.ASK);
    assertThat(TaintPolicy.standard().lasting()).hasMinutes(60);
  }

  @ParameterizedTest
  @EnumSource
  void has_an_address_until_they_are_erased(Standing standing) {
    Optional<EmailAddress> wrong =
        standing == Standing.ERASED ? Optional.of(ANNA) : Optional.empty();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Person(ID, wrong, Locale.ENGLISH, standing, Instant.EPOCH));
  }
}
