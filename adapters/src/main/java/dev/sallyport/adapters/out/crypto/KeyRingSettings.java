package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.secret.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;

/// Where the ring's file is, unless the keys themselves are set: the current one, and others
/// separated by commas, all in base64.
@ConfigurationProperties("sallyport.keys")
record KeyRingSettings(Path folder, @Nullable Secret server, @Nullable Secret others) {}
