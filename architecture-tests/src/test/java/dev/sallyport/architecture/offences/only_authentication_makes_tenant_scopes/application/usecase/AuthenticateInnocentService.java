package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.application.usecase;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;

final class AuthenticateInnocentService {
  TenantScope authenticated() {
    return Found.scope();
  }

  private static final class Found {
    static TenantScope scope() {
      return new TenantScope("proven");
    }
  }
}
