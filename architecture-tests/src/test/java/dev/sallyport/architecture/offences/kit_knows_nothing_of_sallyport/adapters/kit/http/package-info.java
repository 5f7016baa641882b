/// Made for the trial of `KIT_KNOWS_NOTHING_OF_SALLYPORT`.
@NullMarked
package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.http;

import org.jspecify.annotations.NullMarked;
