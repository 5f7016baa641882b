/// Made for the trial of `NOBODY_SLEEPS`.
@NullMarked
package dev.sallyport.architecture.offences.nobody_sleeps.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
