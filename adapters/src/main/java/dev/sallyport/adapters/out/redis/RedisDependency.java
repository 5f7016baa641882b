package dev.sallyport.adapters.out.redis;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Redis as something to lean on: it is up when it answers a ping.
@Singleton
@Requires(beans = RedisSettings.class)
final class RedisDependency implements Dependency {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final RedisClient client;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable StatefulRedisConnection<String, String> connection;

  RedisDependency(RedisSettings settings) {
    RedisURI uri = RedisURI.create(settings.url().reveal());
    uri.setTimeout(PATIENCE);
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            // a question put to a broken connection is answered at once, not queued
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .autoReconnect(false)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
            .build());
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Need need() {
    return Need.OPTIONAL;
  }

  @Override
  public Health health() {
    try {
      return ping();
    } catch (RedisCommandTimeoutException | RedisConnectionException e) {
      return down(e);
    } catch (RedisException _) {
      return pingOnFreshConnection();
    }
  }

  /// A connection from before an outage fails at once though Redis is back.
  private Health pingOnFreshConnection() {
    forget();
    try {
      return ping();
    } catch (RedisException e) {
      return down(e);
    }
  }

  private Health ping() {
    connected().sync().ping();
    return new Health.Up();
  }

  private static Health down(RedisException e) {
    return new Health.Down(
        "it does not answer a ping (%s)".formatted(e.getClass().getSimpleName()));
  }

  @PreDestroy
  void close() {
    client.shutdown(Duration.ZERO, PATIENCE);
  }

  private StatefulRedisConnection<String, String> connected() {
    connecting.lock();
    try {
      StatefulRedisConnection<String, String> open = connection;
      if (open != null && open.isOpen()) {
        return open;
      }
      StatefulRedisConnection<String, String> fresh = client.connect();
      connection = fresh;
      return fresh;
    } finally {
      connecting.unlock();
    }
  }

  private void forget() {
    connecting.lock();
    try {
      StatefulRedisConnection<String, String> stale = connection;
      connection = null;
      if (stale != null) {
        stale.close();
      }
    } finally {
      connecting.unlock();
    }
  }
}
