/// Made for the trial of `STORES_ASK_FOR_A_TENANT_SCOPE`.
@NullMarked
package dev.sallyport.architecture.offences.stores_ask_for_a_tenant_scope.application.port.out;

import org.jspecify.annotations.NullMarked;
