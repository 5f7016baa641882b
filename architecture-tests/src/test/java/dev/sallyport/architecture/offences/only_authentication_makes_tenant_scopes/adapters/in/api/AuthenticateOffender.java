package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.adapters.in.api;

import dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy.TenantScope;
import java.util.function.Function;

final class AuthenticateOffender {
  Function<String, TenantScope> maker() {
    return TenantScope::new;
  }
}
