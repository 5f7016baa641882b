package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy;

final class InnocentWelcome {
  TenantScope scope() {
    return new TenantScope("new");
  }
}
