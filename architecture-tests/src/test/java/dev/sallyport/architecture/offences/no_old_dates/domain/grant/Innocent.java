package dev.sallyport.architecture.offences.no_old_dates.domain.grant;

import java.time.Instant;

record Innocent(Instant at) {}
