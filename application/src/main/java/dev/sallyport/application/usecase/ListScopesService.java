package dev.sallyport.application.usecase;

import dev.sallyport.application.backend.CompletionSource;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.PromptSource;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Scopes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers what the tools name, and what is called for all that backends offer besides; they are
/// the same as long as the house runs.
public final class ListScopesService implements ListScopes {
  private final Scopes all;
  private final Set<BackendId> backends;

  public ListScopesService(List<Backend> backends) {
    this.all =
        new Scopes(
            backends.stream()
                .flatMap(ListScopesService::called)
                .map(tool -> tool.spec().scope())
                .collect(Collectors.toSet()));
    this.backends = backends.stream().map(Backend::id).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Tool<?, ?>> called(Backend backend) {
    return Stream.of(
            backend.tools().stream(),
            backend.resources().stream().map(ResourceSource::reader),
            backend.prompts().stream().map(PromptSource::writer),
            backend.completions().stream().map(CompletionSource::completer),
            backend.documents().stream().map(DocumentSource::searcher),
            backend.documents().stream().map(DocumentSource::fetcher))
        .flatMap(tools -> tools);
  }

  @Override
  public Scopes all() {
    return all;
  }

  @Override
  public Set<BackendId> backends() {
    return backends;
  }
}
