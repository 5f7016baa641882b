/// Made for the trial of `ONLY_BOOTSTRAP_MAKES_USE_CASES`.
@NullMarked
package dev.sallyport.architecture.offences.only_bootstrap_makes_use_cases.adapters.in.api;

import org.jspecify.annotations.NullMarked;
