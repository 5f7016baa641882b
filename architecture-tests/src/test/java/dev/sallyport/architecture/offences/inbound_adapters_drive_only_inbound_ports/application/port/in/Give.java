package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.application.port.in;

public interface Give {}
