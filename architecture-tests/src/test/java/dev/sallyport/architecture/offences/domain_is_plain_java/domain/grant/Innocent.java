package dev.sallyport.architecture.offences.domain_is_plain_java.domain.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record Innocent(Instant at, byte count, @Nullable String note) {}
