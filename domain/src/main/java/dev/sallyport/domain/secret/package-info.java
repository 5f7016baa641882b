/// What must never be printed.
@NullMarked
package dev.sallyport.domain.secret;

import org.jspecify.annotations.NullMarked;
