/// Made for the trial of `NO_STANDARD_STREAMS`.
@NullMarked
package dev.sallyport.architecture.offences.no_standard_streams.adapters.in.cli;

import org.jspecify.annotations.NullMarked;
