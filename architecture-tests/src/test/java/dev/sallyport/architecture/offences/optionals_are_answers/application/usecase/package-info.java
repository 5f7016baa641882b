/// Made for the trial of `OPTIONALS_ARE_ANSWERS`.
@NullMarked
package dev.sallyport.architecture.offences.optionals_are_answers.application.usecase;

import org.jspecify.annotations.NullMarked;
