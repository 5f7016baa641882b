package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.application.usecase;

public final class GiveService {}
