package dev.sallyport.architecture.offences.inbound_ports_do_not_see_outbound_ports.application.usecase;

public final class GiveService {}
