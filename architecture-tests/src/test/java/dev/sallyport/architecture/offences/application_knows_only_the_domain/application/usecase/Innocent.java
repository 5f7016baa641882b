package dev.sallyport.architecture.offences.application_knows_only_the_domain.application.usecase;

import dev.sallyport.architecture.offences.application_knows_only_the_domain.domain.grant.Grant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record Innocent(Grant grant, @Nullable Instant endsAt) {}
