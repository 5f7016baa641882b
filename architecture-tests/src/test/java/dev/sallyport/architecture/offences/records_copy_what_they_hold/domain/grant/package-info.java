/// Made for the trial of `RECORDS_COPY_WHAT_THEY_HOLD`.
@NullMarked
package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

import org.jspecify.annotations.NullMarked;
