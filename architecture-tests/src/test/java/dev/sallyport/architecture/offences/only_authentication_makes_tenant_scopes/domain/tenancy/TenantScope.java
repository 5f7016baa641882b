package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.domain.tenancy;

public record TenantScope(String organization) {}
