/// Made for the trial of `THE_GATE_SHOWS_ONLY_ITS_FRONT`.
@NullMarked
package dev.sallyport.architecture.offences.the_gate_shows_only_its_front.application.gate;

import org.jspecify.annotations.NullMarked;
