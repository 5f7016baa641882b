package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// How people come to have an organization.
public final class Tenancy {
  private static final int SLUG_DIGITS = 16;

  private Tenancy() {}

  /// A person who was not known before, with the organization that is theirs alone. So every person
  /// has one, and every call belongs to one.
  public static Welcome welcome(
      PersonId person,
      OrganizationId organization,
      EmailAddress email,
      Locale locale,
      PlanId plan,
      Instant now) {
    return new Welcome(
        new Person(person, Optional.of(email), locale, Person.Standing.ACTIVE, now),
        personal(organization, plan),
        new Membership(organization, person, Role.OWNER));
  }

  private static Organization personal(OrganizationId id, PlanId plan) {
    return new Organization(
        id,
        "Personal",
        // of random digits: made of the address, it would tell others whose it is
        new Slug("personal-" + id.value().substring(0, SLUG_DIGITS)),
        Organization.Kind.PERSONAL,
        Organization.Standing.ACTIVE,
        plan,
        Optional.empty(),
        Optional.empty(),
        TaintPolicy.standard());
  }

  /// All that is stored when somebody comes for the first time; in one step, or not at all.
  public record Welcome(Person person, Organization organization, Membership membership) {
    public Welcome {
      Objects.requireNonNull(person);
      Objects.requireNonNull(organization);
      Objects.requireNonNull(membership);
    }
  }
}
