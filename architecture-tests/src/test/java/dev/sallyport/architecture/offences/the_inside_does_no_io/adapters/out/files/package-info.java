/// Made for the trial of `THE_INSIDE_DOES_NO_IO`.
@NullMarked
package dev.sallyport.architecture.offences.the_inside_does_no_io.adapters.out.files;

import org.jspecify.annotations.NullMarked;
