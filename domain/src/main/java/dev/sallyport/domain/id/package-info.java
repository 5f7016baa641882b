/// What things are called: one type for each, so that no two can be mixed up.
@NullMarked
package dev.sallyport.domain.id;

import org.jspecify.annotations.NullMarked;
