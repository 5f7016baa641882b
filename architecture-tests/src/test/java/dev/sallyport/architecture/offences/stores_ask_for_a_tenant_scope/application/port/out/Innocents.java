package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

import dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.domain.tenancy.TenantScope;

interface Innocents {
  String find(TenantScope scope, String id);

  /// Nested values of a port are no ports.
  interface Found {
    String id();
  }
}
