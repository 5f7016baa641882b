package dev.sallyport.application.port.in;

import dev.sallyport.domain.tool.Scopes;

/// Tells every scope that anything of a configured backend needs.
public interface ListScopes {
  /// None where no backend is configured.
  Scopes all();
}
