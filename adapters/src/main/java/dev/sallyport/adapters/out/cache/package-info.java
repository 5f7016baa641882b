/// Answers of reads, kept in this instance's memory for a while.
@NullMarked
package dev.sallyport.adapters.out.cache;

import org.jspecify.annotations.NullMarked;
