/// Made for the trial of `USE_CASES_REMEMBER_SAFELY`.
@NullMarked
package dev.sallyport.architecture.offences.use_cases_remember_safely.application.gate;

import org.jspecify.annotations.NullMarked;
