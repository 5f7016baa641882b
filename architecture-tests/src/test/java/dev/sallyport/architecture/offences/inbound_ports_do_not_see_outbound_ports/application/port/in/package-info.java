/// Made for the trial of `INBOUND_PORTS_DO_NOT_SEE_OUTBOUND_PORTS`.
@NullMarked
package dev.sallyport.architecture.offences.inbound_ports_do_not_see_outbound_ports.application.port.in;

import org.jspecify.annotations.NullMarked;
