package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.port.out.Organizations.Addition;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Organization.BillingReference;
import dev.sallyport.domain.tenancy.Organization.Kind;
import dev.sallyport.domain.tenancy.Organization.PlanChange;
import dev.sallyport.domain.tenancy.Organization.Standing;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Organizations] must do. Extend it; override nothing but
/// [#organizations()].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class OrganizationsContract {
  private static final Organization ACME = organization(1, "acme");
  private static final Organization OTHER = organization(2, "other");
  private static final int RACERS = 4;
  private static final int ROUNDS = 25;

  /// A store, empty at first and the same for the whole test.
  protected abstract Organizations organizations();

  @Test
  void what_was_added_is_found_from_within_it_as_it_is() {
    assertThat(organizations().add(scope(ACME), ACME)).isEqualTo(Addition.ADDED);

    assertThat(organizations().find(scope(ACME))).contains(ACME);
  }

  @Test
  void all_that_may_be_absent_is_kept_when_it_is_there() {
    var full =
        new Organization(
            ACME.id(),
            "Acme & Söhne",
            ACME.slug(),
            Kind.PERSONAL,
            Standing.SUSPENDED,
            new PlanId("pro"),
            Optional.of(
                new PlanChange(new PlanId("free"), Instant.parse("2026-12-01T00:00:00.000001Z"))),
            Optional.of(new BillingReference("cus_1")),
            new TaintPolicy(TaintMode.WARN, Duration.ofDays(2)));
    organizations().add(scope(full), full);

    assertThat(organizations().find(scope(full))).contains(full);
  }

  @Test
  void from_within_another_it_is_as_if_it_were_not_there() {
    organizations().add(scope(ACME), ACME);

    assertThat(organizations().find(scope(OTHER))).isEmpty();
    assertThat(organizations().change(scope(OTHER), it -> lasting(it, 5))).isEmpty();
    assertThat(organizations().find(scope(ACME))).contains(ACME);
  }

  @Test
  void one_cannot_be_added_from_within_another() {
    assertThatIllegalArgumentException().isThrownBy(() -> organizations().add(scope(OTHER), ACME));
    assertThat(organizations().find(scope(ACME))).isEmpty();
  }

  @Test
  void a_slug_and_an_id_are_given_away_once() {
    organizations().add(scope(ACME), ACME);
    Organization sameSlug = organization(3, "acme");

    assertThat(organizations().add(scope(sameSlug), sameSlug)).isEqualTo(Addition.TAKEN);
    assertThat(organizations().add(scope(ACME), organization(1, "acme-2")))
        .isEqualTo(Addition.TAKEN);
    assertThat(organizations().find(scope(sameSlug))).isEmpty();
    assertThat(organizations().find(scope(ACME))).contains(ACME);
  }

  @Test
  void of_racing_additions_with_one_slug_one_is_stored() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int base = RACERS * round;
      String slug = "round-" + round;

      assertThat(
              Race.of(
                  RACERS,
                  number -> {
                    Organization organization = organization(base + number, slug);
                    return organizations().add(scope(organization), organization);
                  }))
          .containsOnlyOnce(Addition.ADDED);
    }
  }

  @Test
  void a_change_is_answered_and_kept_and_touches_no_other() {
    organizations().add(scope(ACME), ACME);
    organizations().add(scope(OTHER), OTHER);

    assertThat(organizations().change(scope(ACME), it -> lasting(it, 5)))
        .contains(lasting(ACME, 5));
    assertThat(organizations().find(scope(ACME))).contains(lasting(ACME, 5));
    assertThat(organizations().find(scope(OTHER))).contains(OTHER);
  }

  @Test
  void racing_changes_each_build_on_the_one_before() throws Exception {
    organizations().add(scope(ACME), lasting(ACME, 1));
    Race.of(
        RACERS,
        _ -> {
          for (int round = 0; round < ROUNDS; round++) {
            organizations().change(scope(ACME), OrganizationsContract::oneMinuteMore);
          }
          return "done";
        });

    assertThat(organizations().find(scope(ACME))).contains(lasting(ACME, 1 + RACERS * ROUNDS));
  }

  private static Organization oneMinuteMore(Organization organization) {
    return lasting(organization, organization.taint().lasting().toMinutes() + 1);
  }

  private static Organization lasting(Organization organization, long minutes) {
    return new Organization(
        organization.id(),
        organization.name(),
        organization.slug(),
        organization.kind(),
        organization.standing(),
        organization.plan(),
        organization.pendingChange(),
        organization.billing(),
        new TaintPolicy(TaintMode.ASK, Duration.ofMinutes(minutes)));
  }

  private static TenantScope scope(Organization organization) {
    return new TenantScope(organization.id());
  }

  private static Organization organization(int number, String slug) {
    return new Organization(
        new OrganizationId("%032x".formatted(number)),
        "Acme",
        new Slug(slug),
        Kind.SHARED,
        Standing.ACTIVE,
        new PlanId("free"),
        Optional.empty(),
        Optional.empty(),
        TaintPolicy.standard());
  }
}
