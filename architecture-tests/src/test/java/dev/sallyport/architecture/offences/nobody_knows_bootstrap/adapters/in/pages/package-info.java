/// Made for the trial of `NOBODY_KNOWS_BOOTSTRAP`.
@NullMarked
package dev.sallyport.architecture.offences.nobody_knows_bootstrap.adapters.in.pages;

import org.jspecify.annotations.NullMarked;
