/// Made for the trial of `NO_PACKAGE_CYCLES`.
@NullMarked
package dev.sallyport.architecture.offences.no_package_cycles.domain.here;

import org.jspecify.annotations.NullMarked;
