/// Whether the house can answer, and what it leans on to do so.
@NullMarked
package dev.sallyport.domain.health;

import org.jspecify.annotations.NullMarked;
