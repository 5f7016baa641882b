/// Made for the trial of `REACTIVE_CODE_STAYS_IN_KIT_HTTP`.
@NullMarked
package dev.sallyport.architecture.offences.reactive_code_stays_in_kit_http.adapters.kit.http;

import org.jspecify.annotations.NullMarked;
