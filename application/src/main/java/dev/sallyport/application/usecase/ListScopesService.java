package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.tool.Scopes;
import java.util.List;
import java.util.stream.Collectors;

/// Gathers what the tools name; they are the same as long as the house runs.
public final class ListScopesService implements ListScopes {
  private final Scopes all;

  public ListScopesService(List<Backend> backends) {
    this.all =
        new Scopes(
            backends.stream()
                .flatMap(backend -> backend.tools().stream())
                .map(tool -> tool.spec().scope())
                .collect(Collectors.toSet()));
  }

  @Override
  public Scopes all() {
    return all;
  }
}
