package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AdmitCall;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.util.Optional;

/// Finds whose grant it is that a token proved, and makes the one scope in which it is looked at.
public final class AdmitCallService implements AdmitCall {
  private final Grants grants;

  public AdmitCallService(Grants grants) {
    this.grants = grants;
  }

  @Override
  public Admission admit(GrantId id, Scopes token) {
    Optional<TenantScope> scope = grants.whereabouts(id).map(TenantScope::new);
    return scope
        .flatMap(it -> grants.find(it, id))
        .<Admission>map(grant -> new Admission.Admitted(caller(grant, scope.orElseThrow(), token)))
        .orElseGet(Admission.Nobody::new);
  }

  private static Caller caller(Grant grant, TenantScope scope, Scopes token) {
    return new Caller(scope, grant.id(), grant.person(), grant.client(), token);
  }
}
