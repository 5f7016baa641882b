/// Made for the trial of `NO_NAKED_SECRETS`.
@NullMarked
package dev.sallyport.architecture.offences.no_naked_secrets.domain.grant;

import org.jspecify.annotations.NullMarked;
