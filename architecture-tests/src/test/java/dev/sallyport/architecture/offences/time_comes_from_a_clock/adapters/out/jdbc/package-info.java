/// Made for the trial of `TIME_COMES_FROM_A_CLOCK`.
@NullMarked
package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
