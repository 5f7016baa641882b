/// What helps with texts that people typed.
@NullMarked
package dev.sallyport.adapters.kit.text;

import org.jspecify.annotations.NullMarked;
