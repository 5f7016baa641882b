package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Installations;
import dev.sallyport.domain.instance.Installation;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An installation that lasts as long as the test.
public final class InMemoryInstallations implements Installations {
  private final AtomicReference<@Nullable Installation> stored = new AtomicReference<>();

  @Override
  public Installation settle(Installation proposal) {
    Installation before = stored.compareAndExchange(null, proposal);
    return before == null ? proposal : before;
  }
}
