/// Ends workers with kill -9 at every step of a write, and looks at what they leave behind.
@NullMarked
package dev.sallyport.adapters.kill;

import org.jspecify.annotations.NullMarked;
