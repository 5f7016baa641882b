/// The operator's door: is it up, what is it, since when.
@NullMarked
package dev.sallyport.adapters.in.ops;

import org.jspecify.annotations.NullMarked;
