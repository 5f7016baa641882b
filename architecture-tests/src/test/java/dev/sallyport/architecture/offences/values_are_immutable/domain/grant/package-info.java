/// Made for the trial of `VALUES_ARE_IMMUTABLE`.
@NullMarked
package dev.sallyport.architecture.offences.values_are_immutable.domain.grant;

import org.jspecify.annotations.NullMarked;
