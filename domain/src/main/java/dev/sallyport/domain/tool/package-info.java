/// What an assistant can call, and what one call would touch.
@NullMarked
package dev.sallyport.domain.tool;

import org.jspecify.annotations.NullMarked;
