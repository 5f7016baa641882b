package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("memberships")
record MembershipRow(String organizationId, String personId, String role) {
  Membership membership() {
    return new Membership(
        new OrganizationId(organizationId), new PersonId(personId), Role.valueOf(role));
  }
}
