package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.application.backend.LinkSource;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The gateway as one of its own backends: its tools ask the others, and the gate decides each
/// part.
@Singleton
final class GatewayBackend implements Backend {
  private static final BackendId ID = new BackendId("gateway");

  private final List<Tool<?, ?>> tools;

  GatewayBackend(@Property(name = "sallyport.public-url") String publicUrl) {
    var links = new Links(publicUrl);
    tools = List.of(new SearchTool(links), new FetchTool(links), new WhoamiTool());
  }

  @Override
  public BackendId id() {
    return ID;
  }

  @Override
  public BackendKind kind() {
    return BackendKind.GATEWAY;
  }

  @Override
  public Linking linking() {
    return Linking.NONE;
  }

  @Override
  public List<Tool<?, ?>> tools() {
    return tools;
  }

  @Override
  public Optional<LinkSource> links() {
    return Optional.of(LinkTool::new);
  }
}
