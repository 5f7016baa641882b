/// Made for the trial of `NO_REACTIVE_TYPES_IN_OUR_SIGNATURES`.
@NullMarked
package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.kit.http;

import org.jspecify.annotations.NullMarked;
