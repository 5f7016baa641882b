/// The one place where chance comes from.
@NullMarked
package dev.sallyport.adapters.out.random;

import org.jspecify.annotations.NullMarked;
