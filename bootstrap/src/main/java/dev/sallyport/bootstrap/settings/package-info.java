/// What can be set, by whom, and what is refused.
@NullMarked
package dev.sallyport.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
