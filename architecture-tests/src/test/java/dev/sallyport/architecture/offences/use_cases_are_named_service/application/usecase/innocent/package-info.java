/// Made for the trial of `USE_CASES_ARE_NAMED_SERVICE`.
@NullMarked
package dev.sallyport.architecture.offences.use_cases_are_named_service.application.usecase.innocent;

import org.jspecify.annotations.NullMarked;
