/// Made for the trial of `APPLICATION_KNOWS_ONLY_THE_DOMAIN`.
@NullMarked
package dev.sallyport.architecture.offences.application_knows_only_the_domain.domain.grant;

import org.jspecify.annotations.NullMarked;
