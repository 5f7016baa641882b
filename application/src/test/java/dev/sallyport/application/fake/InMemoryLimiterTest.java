package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.LimiterContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryLimiterTest extends LimiterContract {
  @Override
  protected Limiter limiter(InstantSource clock, Duration leaseTime) {
    return new InMemoryLimiter(clock, leaseTime);
  }
}
