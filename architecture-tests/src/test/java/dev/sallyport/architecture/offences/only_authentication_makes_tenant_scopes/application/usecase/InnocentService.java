package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.application.usecase;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;

final class InnocentService {
  String told(TenantScope scope) {
    return scope.organization();
  }
}
