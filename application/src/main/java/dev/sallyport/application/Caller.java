package dev.sallyport.application;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.util.Objects;

/// Who calls, as authentication found it out. It says nothing yet of what they may do.
///
/// @param token the scopes of the token that was shown
public record Caller(
    TenantScope scope, GrantId grant, PersonId person, ClientId client, Scopes token) {
  public Caller {
    Objects.requireNonNull(scope);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(person);
    Objects.requireNonNull(client);
    Objects.requireNonNull(token);
  }
}
