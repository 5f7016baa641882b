/// Made for the trial of `NO_OLD_DATES`.
@NullMarked
package dev.sallyport.architecture.offences.no_old_dates.domain.grant;

import org.jspecify.annotations.NullMarked;
