package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.application.usecase;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;

final class OffenderService {
  TenantScope guessed() {
    return new TenantScope("asked for");
  }
}
