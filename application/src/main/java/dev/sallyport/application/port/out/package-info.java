/// What the house asks of stores, means and rooms.
@NullMarked
package dev.sallyport.application.port.out;

import org.jspecify.annotations.NullMarked;
