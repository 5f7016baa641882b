/// Made for the trial of `NOBODY_KNOWS_BOOTSTRAP`.
@NullMarked
package dev.sallyport.architecture.offences.nobody_knows_bootstrap.bootstrap;

import org.jspecify.annotations.NullMarked;
