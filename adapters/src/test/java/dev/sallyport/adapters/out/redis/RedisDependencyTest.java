package dev.sallyport.adapters.out.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Redis;
import dev.sallyport.adapters.testbed.TcpRelay;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On Redis,")
class RedisDependencyTest extends DependencyContract {
  private final TcpRelay wire = new TcpRelay(Redis.port());
  private final RedisDependency redis =
      new RedisDependency(
          new RedisSettings(Secret.of("redis://localhost:%d".formatted(wire.port()))));

  @AfterEach
  void close() {
    redis.close();
    wire.close();
  }

  @Override
  protected Dependency dependency() {
    return redis;
  }

  @Override
  protected void takeAway() {
    wire.cut();
  }

  @Override
  protected void bringBack() {
    wire.mend();
  }

  @Test
  void it_is_down_before_long_when_the_other_side_takes_everything_and_answers_nothing() {
    redis.health();
    wire.hang();

    assertThat(redis.health()).isInstanceOf(Health.Down.class);
  }
}
