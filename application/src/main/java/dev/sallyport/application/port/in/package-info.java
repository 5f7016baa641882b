/// What doors may ask of the house.
@NullMarked
package dev.sallyport.application.port.in;

import org.jspecify.annotations.NullMarked;
