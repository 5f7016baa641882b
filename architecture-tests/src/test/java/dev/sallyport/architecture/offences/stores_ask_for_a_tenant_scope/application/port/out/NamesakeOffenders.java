package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

interface NamesakeOffenders {
  String find(TenantScope scope);

  /// Of the right name, and anybody can make one.
  record TenantScope(String organization) {}
}
