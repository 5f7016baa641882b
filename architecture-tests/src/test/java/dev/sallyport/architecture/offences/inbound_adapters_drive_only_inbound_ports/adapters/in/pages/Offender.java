package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.in.pages;

import dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.application.port.out.Grants;

record Offender(Grants store) {}
