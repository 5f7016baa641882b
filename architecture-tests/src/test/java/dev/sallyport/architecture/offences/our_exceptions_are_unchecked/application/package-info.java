/// Made for the trial of `OUR_EXCEPTIONS_ARE_UNCHECKED`.
@NullMarked
package dev.sallyport.architecture.offences.our_exceptions_are_unchecked.application;

import org.jspecify.annotations.NullMarked;
