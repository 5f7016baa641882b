package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.out.jdbc;

import dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.application.usecase.AskService;

record ServiceOffender(AskService service) {}
