/// Made for the trial of `TESTS_ARE_NAMED_SO_THAT_THEY_RUN`.
@NullMarked
package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

import org.jspecify.annotations.NullMarked;
