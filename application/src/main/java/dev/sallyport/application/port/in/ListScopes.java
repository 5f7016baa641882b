package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Scopes;
import java.util.Set;

/// Tells what can be given at all: every scope that anything of a configured backend needs, and
/// every such backend.
public interface ListScopes {
  /// None where no backend is configured.
  Scopes all();

  /// Those that a reach can name.
  Set<BackendId> backends();
}
