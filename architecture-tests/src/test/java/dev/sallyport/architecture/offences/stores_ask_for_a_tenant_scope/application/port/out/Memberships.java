package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

import dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.domain.tenancy.TenantScope;

interface Memberships {
  String find(TenantScope scope, String person);

  String of(String person);
}
