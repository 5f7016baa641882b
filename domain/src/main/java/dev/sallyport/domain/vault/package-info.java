/// What is sealed, under which key, and whether the keys at hand are the right ones.
@NullMarked
package dev.sallyport.domain.vault;

import org.jspecify.annotations.NullMarked;
