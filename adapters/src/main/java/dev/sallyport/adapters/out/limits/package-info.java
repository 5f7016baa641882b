/// What one instance counts in its own memory: limits over a short time, and blocks of quotas.
@NullMarked
package dev.sallyport.adapters.out.limits;

import org.jspecify.annotations.NullMarked;
