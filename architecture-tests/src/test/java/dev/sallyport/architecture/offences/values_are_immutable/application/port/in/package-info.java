/// Made for the trial of `VALUES_ARE_IMMUTABLE`.
@NullMarked
package dev.sallyport.architecture.offences.values_are_immutable.application.port.in;

import org.jspecify.annotations.NullMarked;
