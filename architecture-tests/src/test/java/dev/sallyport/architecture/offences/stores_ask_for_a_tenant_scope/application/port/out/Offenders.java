package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

interface Offenders {
  String find(String id);
}
