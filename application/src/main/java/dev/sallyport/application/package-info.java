/// What doors and rooms both have to know of the inside.
@NullMarked
package dev.sallyport.application;

import org.jspecify.annotations.NullMarked;
