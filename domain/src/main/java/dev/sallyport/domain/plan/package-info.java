/// What a plan includes and allows: limits, quotas, windows, and how one plan gives way to another.
@NullMarked
package dev.sallyport.domain.plan;

import org.jspecify.annotations.NullMarked;
