package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.secret.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;

/// Which database, and as whom.
@ConfigurationProperties("sallyport.database")
record DatabaseSettings(
    String url, @Nullable String username, @Nullable Secret password, int poolSize) {}
