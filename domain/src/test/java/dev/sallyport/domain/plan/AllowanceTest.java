package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Allowance.Charge;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a call counts against")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AllowanceTest {
  private static final PersonId ADA = new PersonId("0000000000000000000000000000000a");
  private static final OrganizationId ACME = new OrganizationId("000000000000000000000000000000ac");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Window DAY = Window.dayOf(NOON);
  private static final Window MONTH = Window.monthOf(NOON, 7);

  @Test
  void is_the_person_first_and_then_the_organization() {
    assertThat(
            allowance(Quota.daily(100), Quota.daily(300), Overage.BLOCK).charges(ADA, ACME, NOON))
        .containsExactly(
            new Charge(Level.PERSON, ADA.value(), DAY, Limit.of(100), Limit.of(100)),
            new Charge(Level.ORGANIZATION, ACME.value(), DAY, Limit.of(300), Limit.of(300)));
  }

  @Test
  void is_the_month_too_where_the_plan_bounds_one() {
    var monthly = new Quota(Limit.NONE, Limit.of(1_000));

    assertThat(allowance(Quota.daily(100), monthly, Overage.SOFT).charges(ADA, ACME, NOON))
        .containsExactly(
            new Charge(Level.PERSON, ADA.value(), MONTH, Limit.NONE, Limit.NONE),
            new Charge(Level.PERSON, ADA.value(), DAY, Limit.of(100), Limit.of(110)),
            new Charge(Level.ORGANIZATION, ACME.value(), MONTH, Limit.of(1_000), Limit.of(1_100)),
            new Charge(Level.ORGANIZATION, ACME.value(), DAY, Limit.NONE, Limit.NONE));
  }

  @Test
  void is_capped_where_what_goes_beyond_is_metered() {
    assertThat(new Overage.Metered(50).ceiling(Limit.of(100))).isEqualTo(Limit.of(150));
    assertThat(new Overage.Metered(50).ceiling(Limit.NONE)).isEqualTo(Limit.NONE);
  }

  @ParameterizedTest
  @CsvSource({"100, 79, false", "100, 80, true", "100, 101, true", "5, 3, false", "5, 4, true"})
  void is_nearly_used_up_when_a_fifth_is_left(long quota, long units, boolean nearly) {
    var charge = new Charge(Level.PERSON, ADA.value(), DAY, Limit.of(quota), Limit.of(quota));

    assertThat(charge.isNearlyUsedUpAt(units)).isEqualTo(nearly);
  }

  @Test
  void is_never_used_up_where_nothing_bounds_it() {
    var charge = new Charge(Level.PERSON, ADA.value(), DAY, Limit.NONE, Limit.NONE);

    assertThat(charge.isNearlyUsedUpAt(Long.MAX_VALUE)).isFalse();
  }

  private static Allowance allowance(Quota person, Quota organization, Overage overage) {
    return new Allowance(new PlanId("free"), person, organization, overage, 7);
  }
}
