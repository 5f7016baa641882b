package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.domain.tenancy;

public record TenantScope(String organization) {}
