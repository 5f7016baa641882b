package dev.sallyport.adapters.out.policy;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.nio.file.Path;

/// Which file the operator's rules stand in.
@ConfigurationProperties("sallyport.policy")
@Requires(property = "sallyport.policy.file")
record PolicySettings(Path file) {}
