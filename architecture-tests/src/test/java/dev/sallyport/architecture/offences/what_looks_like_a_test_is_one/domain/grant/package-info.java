/// Made for the trial of `WHAT_LOOKS_LIKE_A_TEST_IS_ONE`.
@NullMarked
package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

import org.jspecify.annotations.NullMarked;
