/// Log lines, and what must never be in one.
@NullMarked
package dev.sallyport.adapters.kit.log;

import org.jspecify.annotations.NullMarked;
