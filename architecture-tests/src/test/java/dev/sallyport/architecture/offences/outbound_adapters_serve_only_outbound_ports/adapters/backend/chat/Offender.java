package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.backend.chat;

import dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.application.port.in.Ask;

record Offender(Ask callBack) {}
