package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Nodes;
import java.time.Duration;

/// Tells claims in memory whose instances live.
public final class InMemoryNodes implements Nodes {
  private final InMemoryClaims claims;

  public InMemoryNodes(InMemoryClaims claims) {
    this.claims = claims;
  }

  @Override
  public void lives(String node, Duration life) {
    claims.lives(node, life);
  }

  @Override
  public void leaves(String node) {
    claims.lives(node, Duration.ZERO);
  }
}
