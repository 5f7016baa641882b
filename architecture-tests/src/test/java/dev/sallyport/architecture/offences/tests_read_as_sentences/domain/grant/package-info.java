/// Made for the trial of `TESTS_READ_AS_SENTENCES`.
@NullMarked
package dev.sallyport.architecture.offences.tests_read_as_sentences.domain.grant;

import org.jspecify.annotations.NullMarked;
