package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.application.port.in;

public interface Ask {}
