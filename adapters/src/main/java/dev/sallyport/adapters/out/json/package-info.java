/// Reads arguments into records, and writes answers out of them.
@NullMarked
package dev.sallyport.adapters.out.json;

import org.jspecify.annotations.NullMarked;
