package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.in.cli;

import dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.application.port.in.Give;
import dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.domain.grant.Grant;

record Innocent(Give port, Grant grant) {}
