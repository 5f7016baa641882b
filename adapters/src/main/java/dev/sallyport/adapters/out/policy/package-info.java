/// The operator's policy: its file, how it is read, and the one in force.
@NullMarked
package dev.sallyport.adapters.out.policy;

import org.jspecify.annotations.NullMarked;
