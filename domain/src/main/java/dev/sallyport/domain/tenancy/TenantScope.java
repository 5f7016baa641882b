package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.OrganizationId;
import java.util.Objects;

/// The organization whose data may be touched. Stores ask for it in every method, and only what has
/// authenticated somebody may make one; a law watches over that.
public record TenantScope(OrganizationId organization) {
  public TenantScope {
    Objects.requireNonNull(organization);
  }
}
