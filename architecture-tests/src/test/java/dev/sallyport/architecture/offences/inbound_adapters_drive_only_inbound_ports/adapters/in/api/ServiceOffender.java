package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.in.api;

import dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.application.usecase.GiveService;

record ServiceOffender(GiveService service) {}
