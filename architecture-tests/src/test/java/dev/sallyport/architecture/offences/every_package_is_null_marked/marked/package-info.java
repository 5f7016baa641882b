/// Made for the trial of `EVERY_PACKAGE_IS_NULL_MARKED`.
@NullMarked
package dev.sallyport.architecture.offences.every_package_is_null_marked.marked;

import org.jspecify.annotations.NullMarked;
