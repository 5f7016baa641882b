package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.application.gate;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;

final class GateOffender {
  TenantScope guessed() {
    return new TenantScope("asked for");
  }
}
