package dev.sallyport.architecture.offences.inbound_ports_do_not_see_outbound_ports.application.port.in;

import dev.sallyport.architecture.offences.inbound_ports_do_not_see_outbound_ports.application.port.out.Grants;

interface Offender {
  Grants all();
}
