/// Made for the trial of `RANDOMNESS_COMES_FROM_A_PORT`.
@NullMarked
package dev.sallyport.architecture.offences.randomness_comes_from_a_port.bootstrap;

import org.jspecify.annotations.NullMarked;
