package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

import dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.domain.tenancy.TenantScope;

interface ForgetfulOffenders {
  String find(TenantScope scope, String id);

  void remove(String id);
}
