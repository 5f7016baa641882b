package dev.sallyport.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Organization.BillingReference;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of an organization,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganizationTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "line\nbreak"})
  void the_name_can_be_read(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> named(name));
  }

  @Test
  void the_name_is_short_enough_to_show() {
    assertThat(named("n".repeat(100)).name()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> named("n".repeat(101)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a/b", "ä"})
  void the_slug_can_be_typed_into_an_address(String slug) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Slug(slug));
  }

  @Test
  void the_slug_is_no_longer_than_63_characters() {
    assertThat(new Slug("s".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> new Slug("s".repeat(64)));
  }

  @Test
  void a_taint_lasts_whole_minutes_up_to_thirty_days() {
    assertThat(new TaintPolicy(TaintMode.WARN, Duration.ofDays(30)).lasting())
        .isEqualTo(Duration.ofDays(30));
    for (Duration wrong :
        new Duration[] {
          Duration.ZERO, Duration.ofMinutes(-1), Duration.ofSeconds(61), Duration.ofDays(31)
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> new TaintPolicy(TaintMode.ASK, wrong));
    }
  }

  @Test
  void the_billing_reference_is_short_and_not_blank() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BillingReference(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new BillingReference("b".repeat(129)));
  }

  private static Organization named(String name) {
    return new Organization(
        new OrganizationId("0000000000000000000000000000000a"),
        name,
        new Slug("acme"),
        Organization.Kind.SHARED,
        Organization.Standing.ACTIVE,
        new PlanId("free"),
        Optional.empty(),
        Optional.empty(),
        TaintPolicy.standard());
  }
}
