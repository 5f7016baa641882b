/// Made for the trial of `PORTS_ANSWER_MORE_THAN_YES_OR_NO`.
@NullMarked
package dev.sallyport.architecture.offences.ports_answer_more_than_yes_or_no.application.port.in;

import org.jspecify.annotations.NullMarked;
