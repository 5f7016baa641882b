package dev.sallyport.adapters.out.redis;

import dev.sallyport.domain.secret.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;

/// Which Redis. The address may carry a password, so it is a secret as a whole.
@ConfigurationProperties("sallyport.redis")
@Requires(property = "sallyport.redis.url")
record RedisSettings(Secret url) {}
