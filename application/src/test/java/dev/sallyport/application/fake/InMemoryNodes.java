package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Nodes;
import java.time.Instant;

/// Tells claims in memory whose instances live.
public final class InMemoryNodes implements Nodes {
  private final InMemoryClaims claims;

  public InMemoryNodes(InMemoryClaims claims) {
    this.claims = claims;
  }

  @Override
  public void lives(String node, Instant until) {
    claims.lives(node, until);
  }

  @Override
  public void leaves(String node) {
    claims.lives(node, Instant.MIN);
  }
}
