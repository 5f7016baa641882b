package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.application.port.out.ResultCacheContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In a cache in memory,")
class InMemoryResultCacheTest extends ResultCacheContract {
  @Override
  protected ResultCache cache() {
    return new InMemoryResultCache();
  }

  @Override
  protected void passes(Duration time) {
    // it has no clock
  }
}
