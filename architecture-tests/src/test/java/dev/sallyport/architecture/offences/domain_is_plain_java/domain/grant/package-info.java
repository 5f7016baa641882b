/// Made for the trial of `DOMAIN_IS_PLAIN_JAVA`.
@NullMarked
package dev.sallyport.architecture.offences.domain_is_plain_java.domain.grant;

import org.jspecify.annotations.NullMarked;
