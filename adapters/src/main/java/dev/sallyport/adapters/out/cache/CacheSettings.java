package dev.sallyport.adapters.out.cache;

import io.micronaut.context.annotation.ConfigurationProperties;

/// How much the cache may hold.
@ConfigurationProperties("sallyport.cache")
record CacheSettings(long bytes) {}
