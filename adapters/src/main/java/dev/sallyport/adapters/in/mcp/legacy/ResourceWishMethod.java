package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.adapters.in.mcp.Trouble;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Takes the wish to hear of a resource, or no more of it. Without a stream there is no way to
/// tell, which the handshake says.
record ResourceWishMethod(String name) implements Method {
  @Override
  public boolean isIn(Revision revision) {
    return !revision.isModern();
  }

  @Override
  public void answer(Ask ask) {
    if (ask.params().path("uri").isTextual()) {
      ask.result(ask.params().objectNode());
    } else {
      ask.trouble(Trouble.params("`uri` is the resource's address"));
    }
  }

  @Factory
  static final class Both {
    @Singleton
    @Named("subscribe")
    Method subscribe() {
      return new ResourceWishMethod("resources/subscribe");
    }

    @Singleton
    @Named("unsubscribe")
    Method unsubscribe() {
      return new ResourceWishMethod("resources/unsubscribe");
    }
  }
}
