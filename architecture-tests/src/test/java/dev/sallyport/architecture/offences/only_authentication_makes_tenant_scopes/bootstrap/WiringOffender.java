package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.bootstrap;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;

final class WiringOffender {
  TenantScope fixed() {
    return new TenantScope("all");
  }
}
