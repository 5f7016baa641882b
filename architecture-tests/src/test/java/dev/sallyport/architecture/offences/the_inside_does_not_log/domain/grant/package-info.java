/// Made for the trial of `THE_INSIDE_DOES_NOT_LOG`.
@NullMarked
package dev.sallyport.architecture.offences.the_inside_does_not_log.domain.grant;

import org.jspecify.annotations.NullMarked;
