/// The durable record of a write, made before anything is sent.
@NullMarked
package dev.sallyport.domain.claim;

import org.jspecify.annotations.NullMarked;
