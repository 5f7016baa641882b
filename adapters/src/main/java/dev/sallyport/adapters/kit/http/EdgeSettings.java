package dev.sallyport.adapters.kit.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How much a peer may ask of one server before anyone looks at what it asks for.
@ConfigurationProperties("edge")
record EdgeSettings(
    int connectionsPerAddress,
    int lineBytes,
    int headerBytes,
    long bodyBytes,
    Duration headerTimeout,
    Duration bodyTimeout,
    boolean https) {}
