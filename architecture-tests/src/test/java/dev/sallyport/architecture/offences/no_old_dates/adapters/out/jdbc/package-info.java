/// Made for the trial of `NO_OLD_DATES`.
@NullMarked
package dev.sallyport.architecture.offences.no_old_dates.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
