package dev.sallyport.domain.policy;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Instant;
import java.util.Objects;

/// Who wants to call what, before anybody knows what it would touch.
///
/// @param token the scopes of the token it came with; with the grant's, it takes both
/// @param offered which tools the operator offers to the client
/// @param at when it is decided
public record Request(
    Grant grant,
    Scopes token,
    Belonging belonging,
    Plan plan,
    ToolSet offered,
    BackendId backend,
    BackendKind kind,
    ToolSpec tool,
    Link link,
    Instant at) {
  public Request {
    Objects.requireNonNull(grant);
    Objects.requireNonNull(token);
    Objects.requireNonNull(belonging);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(offered);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(tool);
    Objects.requireNonNull(link);
    Objects.requireNonNull(at);
  }

  boolean covers(Scope scope) {
    return grant.scopes().cover(scope) && token.cover(scope);
  }

  Reach reach() {
    return grant.reach(backend);
  }

  /// Whether the backend can be asked in this person's name.
  public enum Link {
    LIVE,
    /// The backend needs none.
    NOT_NEEDED,
    MISSING,
    /// The backend no longer takes the credential.
    STALE
  }
}
