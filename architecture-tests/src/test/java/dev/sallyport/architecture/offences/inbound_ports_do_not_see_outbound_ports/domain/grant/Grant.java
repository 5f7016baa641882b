package dev.sallyport.architecture.offences.inbound_ports_do_not_see_outbound_ports.domain.grant;

public record Grant() {}
