/// What is on its way to a store and may arrive a little later.
@NullMarked
package dev.sallyport.adapters.out.queue;

import org.jspecify.annotations.NullMarked;
