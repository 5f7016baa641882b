/// Made for the trial of `DOMAIN_IS_PLAIN_JAVA`.
@NullMarked
package dev.sallyport.architecture.offences.domain_is_plain_java.application.port.in;

import org.jspecify.annotations.NullMarked;
