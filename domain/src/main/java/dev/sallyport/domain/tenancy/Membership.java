package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import java.util.Objects;

/// That a person belongs to an organization, and as what.
public record Membership(OrganizationId organization, PersonId person, Role role) {
  public Membership {
    Objects.requireNonNull(organization);
    Objects.requireNonNull(person);
    Objects.requireNonNull(role);
  }
}
