/// Made for the trial of `ONLY_AUTHENTICATION_MAKES_TENANT_SCOPES`.
@NullMarked
package dev.sallyport.architecture.offences.only_authentication_makes_tenant_scopes.application.gate;

import org.jspecify.annotations.NullMarked;
