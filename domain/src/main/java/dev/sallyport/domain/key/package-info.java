/// API keys: what one looks like, and what is kept of it.
@NullMarked
package dev.sallyport.domain.key;

import org.jspecify.annotations.NullMarked;
