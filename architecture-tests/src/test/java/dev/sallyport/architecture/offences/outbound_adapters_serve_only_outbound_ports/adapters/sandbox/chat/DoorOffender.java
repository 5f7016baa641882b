package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.sandbox.chat;

import dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.in.pages.Page;

record DoorOffender(Page page) {}
